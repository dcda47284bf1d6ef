import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody's place in a company has a beginning and an end, and one of us may say otherwise than its source. */
export class CompaniesByHand1795212001198 implements MigrationInterface {
  name = 'CompaniesByHand1795212001198';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE affiliation
        ADD COLUMN started_on date,
        ADD COLUMN ended_on date,
        -- Who of us spoke last of it; NULL where only its source does.
        ADD COLUMN said_by text,
        -- What its source says where we said otherwise; NULL, not empty, so that rows of an import stay as narrow as they were.
        ADD COLUMN over jsonb,
        ADD CHECK (started_on <= ended_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE affiliation DROP COLUMN started_on, DROP COLUMN ended_on, DROP COLUMN said_by, DROP COLUMN over',
    );
  }
}
