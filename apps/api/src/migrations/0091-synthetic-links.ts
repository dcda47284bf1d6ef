import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Synthetic links are found at once, also where there are none and a million other decisions. */
export class SyntheticLinks1795212000091 implements MigrationInterface {
  name = 'SyntheticLinks1795212000091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX decision_synthetic ON decision (id) WHERE kind = 'synthetic-link';
      CREATE INDEX must_link_decision ON must_link (decision_id) WHERE decision_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX must_link_decision, decision_synthetic');
  }
}
