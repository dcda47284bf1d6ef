import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people heard of us: asked once, an edge of the graph when somebody recommended us; and on what a referral rests. */
export class HeardOf1795212001141 implements MigrationInterface {
  name = 'HeardOf1795212001141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE heard_of (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        signal_id uuid,
        way text NOT NULL CHECK (way IN ('recommendation', 'search', 'social', 'advertisement', 'press', 'shop', 'event', 'other', 'unknown')),
        words text,
        via text NOT NULL CHECK (via IN ('form', 'chat', 'portal', 'survey', 'agent', 'import')),
        at timestamptz NOT NULL,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX heard_of_by_customer ON heard_of (customer_id, at, id);
      ALTER TABLE referral ADD evidence text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE referral DROP evidence; DROP TABLE heard_of');
  }
}
