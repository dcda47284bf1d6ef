import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Promises: those made to one customer, and those put up for everybody. */
export class Promises1795212000016 implements MigrationInterface {
  name = 'Promises1795212000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE promise (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        kind text NOT NULL CHECK (kind IN ('reply', 'call-back', 'resolution', 'delivery', 'refund', 'other')),
        words text NOT NULL,
        channel text,
        department text NOT NULL,
        audience text,
        made_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        calendar jsonb,
        promiser_name text,
        promiser_id uuid REFERENCES app_user,
        subject_type text,
        subject_id uuid,
        done_at timestamptz,
        evidence text,
        withdrawn_at timestamptz,
        removed_at timestamptz,
        observed_at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX promise_by_customer ON promise (customer_id, due_at);
      CREATE INDEX promise_by_due ON promise (due_at, id) WHERE removed_at IS NULL;
      CREATE INDEX promise_waiting ON promise (due_at) WHERE done_at IS NULL AND withdrawn_at IS NULL AND removed_at IS NULL;
      CREATE TABLE published_promise (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        channel text NOT NULL,
        minutes double precision NOT NULL CHECK (minutes > 0),
        words text NOT NULL,
        audience text,
        calendar jsonb,
        published_at timestamptz NOT NULL,
        published_by_id uuid REFERENCES app_user,
        published_by_name text NOT NULL,
        based_on integer NOT NULL,
        in_time integer NOT NULL,
        lower_bound double precision,
        override_reason text,
        withdrawn_at timestamptz,
        settings text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE published_promise, promise`);
  }
}
