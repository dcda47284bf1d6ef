import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that come and go with messages: bytes once for each content, and what hangs on which message. */
export class Attachments1795212000081 implements MigrationInterface {
  name = 'Attachments1795212000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stored_file (
        sha256 text PRIMARY KEY,
        bytes integer NOT NULL,
        stored_at timestamptz NOT NULL,
        data bytea NOT NULL
      );
      -- Pictures and documents are packed already.
      ALTER TABLE stored_file ALTER COLUMN data SET STORAGE EXTERNAL;
      CREATE TABLE attachment (
        id uuid PRIMARY KEY,
        sha256 text NOT NULL REFERENCES stored_file,
        name text NOT NULL,
        said_type text,
        media_type text NOT NULL,
        kind text NOT NULL,
        is_lying boolean NOT NULL,
        bytes integer NOT NULL,
        width integer,
        height integer,
        added_at timestamptz NOT NULL,
        added_by uuid REFERENCES app_user ON DELETE SET NULL,
        source_id uuid REFERENCES source,
        message_key text,
        place integer NOT NULL DEFAULT 0,
        source_record_id uuid REFERENCES source_record,
        customer_id uuid REFERENCES customer
      );
      CREATE INDEX attachment_by_message ON attachment (source_id, message_key) WHERE message_key IS NOT NULL;
      CREATE INDEX attachment_waiting ON attachment (added_at) WHERE message_key IS NULL;
      CREATE INDEX attachment_by_file ON attachment (sha256);
      CREATE INDEX attachment_by_customer ON attachment (customer_id) WHERE customer_id IS NOT NULL;
      CREATE INDEX attachment_by_source_record ON attachment (source_record_id) WHERE source_record_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment, stored_file');
  }
}
