import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signals of an import lie where it wrote them, one after the other: which import lies where is kept for each 32 pages, and not for each signal.
 * Only undoing an import asks for them.
 */
export class SignalsOfAnImportByPlace1795212001182 implements MigrationInterface {
  name = 'SignalsOfAnImportByPlace1795212001182';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX signal_import;
      CREATE INDEX signal_import ON signal USING brin (import_id) WITH (pages_per_range = 32, autosummarize = on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX signal_import;
      CREATE INDEX signal_import ON signal (import_id) WHERE import_id IS NOT NULL;
    `);
  }
}
