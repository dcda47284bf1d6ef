import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved views stand in the order in which their owner puts them. */
export class ViewsInOrder1795212001132 implements MigrationInterface {
  name = 'ViewsInOrder1795212001132';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE saved_view ADD COLUMN place integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE saved_view DROP COLUMN place');
  }
}
