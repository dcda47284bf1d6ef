import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signals as they came, what could not be read, imports, and the feed of changes. */
export class Intake1795212000003 implements MigrationInterface {
  name = 'Intake1795212000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_run (
        id uuid PRIMARY KEY,
        created_by uuid REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        status text NOT NULL,
        problem text
      );
      CREATE TABLE import_file (
        id uuid PRIMARY KEY,
        import_id uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
        source_id uuid REFERENCES source,
        name text NOT NULL,
        bytes bigint NOT NULL,
        sha256 text NOT NULL,
        stored_path text NOT NULL,
        format text,
        reading jsonb NOT NULL DEFAULT '{}',
        counts jsonb NOT NULL DEFAULT '{}',
        position bigint NOT NULL DEFAULT 0,
        place smallint NOT NULL DEFAULT 0,
        -- What was found by looking: columns with samples, formats it could have, what a dry run would do with the first rows.
        columns jsonb NOT NULL DEFAULT '[]',
        guesses jsonb NOT NULL DEFAULT '[]',
        preview jsonb NOT NULL DEFAULT '[]',
        row_total bigint,
        status text NOT NULL,
        problem text
      );
      CREATE INDEX import_file_import ON import_file (import_id);
      -- One row for each thing that was told, for good: UNIQUE is what makes "never acts twice" true at any age.
      CREATE TABLE signal (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        event_id text NOT NULL,
        kind text NOT NULL,
        subject_key text NOT NULL,
        at timestamptz NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        -- Kept as it came and never searched: text that PostgreSQL need not take apart.
        body json NOT NULL,
        body_hash bytea NOT NULL,
        source_record_id uuid,
        import_id uuid,
        UNIQUE (source_id, event_id)
      );
      CREATE INDEX signal_subject ON signal (source_id, kind, subject_key);
      CREATE INDEX signal_record ON signal (source_record_id) WHERE source_record_id IS NOT NULL;
      CREATE INDEX signal_import ON signal (import_id) WHERE import_id IS NOT NULL;
      CREATE TABLE unreadable (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        received_at timestamptz NOT NULL DEFAULT now(),
        import_file_id uuid REFERENCES import_file ON DELETE CASCADE,
        line bigint,
        event_id text,
        raw jsonb NOT NULL,
        column_name text,
        code text NOT NULL,
        message text NOT NULL,
        replayed_at timestamptz
      );
      CREATE INDEX unreadable_file ON unreadable (import_file_id, line);
      CREATE INDEX unreadable_waiting ON unreadable (source_id, received_at) WHERE replayed_at IS NULL;
      CREATE TABLE column_mapping (
        header_hash text PRIMARY KEY,
        name text NOT NULL,
        reading jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      -- Live updates read this by (xid, id) below the oldest running transaction: a sequence alone loses events.
      CREATE TABLE change (
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        id bigint GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL DEFAULT now(),
        customer_id uuid NOT NULL,
        kinds text[] NOT NULL,
        PRIMARY KEY (xid, id)
      );
      CREATE INDEX change_at ON change (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE change, column_mapping, unreadable, signal, import_file, import_run`);
  }
}
