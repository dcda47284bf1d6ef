import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened, one sentence each, and what it says about the journey. */
export class Timeline1795212000006 implements MigrationInterface {
  name = 'Timeline1795212000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE timeline_entry (
        id uuid PRIMARY KEY,
        entry_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        signal_id uuid,
        at timestamptz NOT NULL,
        department text NOT NULL,
        kind text NOT NULL,
        title text NOT NULL CHECK (length(title) <= 200),
        detail text CHECK (length(detail) <= 500),
        subject_type text,
        subject_id uuid,
        actor_name text,
        change jsonb,
        UNIQUE (source_record_id, entry_key)
      );
      CREATE INDEX timeline_by_customer ON timeline_entry (customer_id, at DESC, id DESC);
      CREATE INDEX timeline_by_signal ON timeline_entry (signal_id);
      CREATE TABLE fact (
        fact_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        signal_id uuid,
        at timestamptz NOT NULL,
        kind text NOT NULL,
        PRIMARY KEY (source_record_id, fact_key)
      );
      CREATE INDEX fact_by_customer ON fact (customer_id, at);
      CREATE INDEX fact_by_signal ON fact (signal_id);
      CREATE TABLE customer_stage (
        customer_id uuid PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
        stage text NOT NULL,
        since timestamptz NOT NULL,
        because text NOT NULL,
        because_at timestamptz NOT NULL,
        history jsonb NOT NULL DEFAULT '[]'
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE customer_stage, fact, timeline_entry`);
  }
}
