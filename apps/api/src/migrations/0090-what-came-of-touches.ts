import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A touch says what came of it, and how often we tried. */
export class WhatCameOfTouches1795212000090 implements MigrationInterface {
  name = 'WhatCameOfTouches1795212000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE touch ADD COLUMN outcome text, ADD COLUMN attempts integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE touch DROP COLUMN outcome, DROP COLUMN attempts');
  }
}
