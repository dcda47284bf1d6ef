import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters: what we send, held for a while and then carried. */
export class Outbox1795212000018 implements MigrationInterface {
  name = 'Outbox1795212000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter (
        id uuid PRIMARY KEY,
        channel text NOT NULL,
        purpose text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        customer_id uuid REFERENCES customer,
        source_record_id uuid REFERENCES source_record,
        to_address text NOT NULL,
        to_name text,
        subject text NOT NULL,
        body text NOT NULL,
        language text,
        thread_key text NOT NULL,
        answers_external_id text,
        author_id uuid REFERENCES app_user ON DELETE SET NULL,
        author_name text,
        created_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'sent', 'failed', 'taken-back')),
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        leased_until timestamptz,
        trouble text,
        sent_at timestamptz,
        external_id text
      );
      CREATE INDEX letter_due ON letter (due_at) WHERE state IN ('held', 'queued', 'sending');
      CREATE INDEX letter_by_subject ON letter (subject_id);
      CREATE INDEX letter_by_customer ON letter (customer_id);
      CREATE INDEX letter_by_external_id ON letter (external_id) WHERE external_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE letter`);
  }
}
