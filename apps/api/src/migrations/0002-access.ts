import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who use Ancora, their sessions, keys of sources, and the audit trail. */
export class Access1795212000002 implements MigrationInterface {
  name = 'Access1795212000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source (
        id uuid PRIMARY KEY,
        key text NOT NULL UNIQUE,
        name text NOT NULL,
        system text NOT NULL,
        webhook_secrets text[] NOT NULL DEFAULT '{}',
        phone_country text,
        time_zone text NOT NULL DEFAULT 'UTC',
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE app_user (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        role text NOT NULL,
        department text,
        password_hash text,
        language text NOT NULL DEFAULT 'en',
        is_demo boolean NOT NULL DEFAULT false,
        disabled_at timestamptz,
        session_epoch integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX app_user_email ON app_user (lower(email));
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        epoch integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        user_agent text,
        address text
      );
      CREATE INDEX session_by_user ON session (user_id);
      -- Tries of something that can be guessed, counted for each account and each network until a moment.
      CREATE TABLE throttle (
        key text PRIMARY KEY,
        hits integer NOT NULL,
        until timestamptz NOT NULL
      );
      CREATE INDEX throttle_until ON throttle (until);
      CREATE TABLE setup_code (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        code_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE intake_key (
        id uuid PRIMARY KEY,
        key_id text NOT NULL UNIQUE,
        secret_hash bytea NOT NULL,
        source_id uuid NOT NULL REFERENCES source,
        name text NOT NULL,
        allowed_networks text[] NOT NULL DEFAULT '{}',
        created_by uuid REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        expires_at timestamptz,
        revoked_at timestamptz
      );
      CREATE TABLE staff_member (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        name text,
        email text,
        UNIQUE (source_id, source_key)
      );
      CREATE TABLE audit_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        actor_kind text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_type text,
        subject_id text,
        customer_id uuid,
        details jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX audit_entry_customer ON audit_entry (customer_id, id DESC) WHERE customer_id IS NOT NULL;
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE audit_entry, intake_key, session, throttle, setup_code, staff_member, app_user, source;
       DROP FUNCTION refuse_change()`,
    );
  }
}
