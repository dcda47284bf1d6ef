import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was asked how they heard of us and did not want to say is left in peace; a survey may ask it after its own question. */
export class AskedHowTheyHeard1795212001177 implements MigrationInterface {
  name = 'AskedHowTheyHeard1795212001177';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE heard_of_skip (
        id uuid PRIMARY KEY,
        via text NOT NULL CHECK (via IN ('form', 'chat', 'portal', 'survey', 'agent', 'import')),
        at timestamptz NOT NULL,
        source_record_id uuid NOT NULL REFERENCES source_record,
        customer_id uuid NOT NULL REFERENCES customer
      );
      CREATE INDEX heard_of_skip_by_customer ON heard_of_skip (customer_id);
      CREATE INDEX heard_of_skip_by_source_record ON heard_of_skip (source_record_id);
      ALTER TABLE survey ADD asks_heard_of boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE survey DROP asks_heard_of; DROP TABLE heard_of_skip');
  }
}
