import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an import writes into indexes that nobody reads in that order (decision 0050). Lists never walked stage and owner by name: a condition
 * names any of several, which PostgreSQL does not read in order. One column alone is kept once for all who share it.
 */
export class FewerIndexEntries1795212001172 implements MigrationInterface {
  name = 'FewerIndexEntries1795212001172';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX summary_by_stage;
      CREATE INDEX summary_by_stage ON customer_summary (stage);
      DROP INDEX summary_by_owner;
      CREATE INDEX summary_by_owner ON customer_summary (owner_name);
      -- The feed is forgotten from its beginning, which its key finds.
      DROP INDEX change_at;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX change_at ON change (at);
      DROP INDEX summary_by_owner;
      CREATE INDEX summary_by_owner ON customer_summary (owner_name, sort_name, customer_id);
      DROP INDEX summary_by_stage;
      CREATE INDEX summary_by_stage ON customer_summary (stage, sort_name, customer_id);
    `);
  }
}
