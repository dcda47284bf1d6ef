import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes, tasks and interactions that people log. */
export class Activity1795212000010 implements MigrationInterface {
  name = 'Activity1795212000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE note (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        body text NOT NULL,
        department text,
        for_department_only boolean NOT NULL DEFAULT false,
        author_id uuid REFERENCES app_user,
        author_name text,
        at timestamptz NOT NULL,
        deleted_at timestamptz,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX note_by_customer ON note (customer_id, at DESC, id DESC);
      CREATE TABLE task (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        title text NOT NULL,
        detail text,
        due_on date,
        done_at timestamptz,
        assignee_name text,
        assignee_id uuid REFERENCES app_user,
        created_at timestamptz NOT NULL,
        observed_at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX task_by_customer ON task (customer_id, done_at, due_on);
      CREATE TABLE interaction (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        channel text NOT NULL,
        direction text,
        department text NOT NULL,
        subject text,
        body text,
        duration_seconds integer,
        outcome text,
        agent_name text,
        at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX interaction_by_customer ON interaction (customer_id, at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE interaction, task, note`);
  }
}
