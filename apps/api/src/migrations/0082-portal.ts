import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How customers enter their own pages, and what the help centre hears. */
export class Portal1795212000082 implements MigrationInterface {
  name = 'Portal1795212000082';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE portal_pass (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('link', 'session')),
        token_hash text NOT NULL UNIQUE,
        email text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        source_record_id uuid NOT NULL REFERENCES source_record,
        customer_id uuid NOT NULL REFERENCES customer
      );
      CREATE INDEX portal_pass_by_email ON portal_pass (email, created_at);
      CREATE INDEX portal_pass_by_customer ON portal_pass (customer_id);
      CREATE INDEX portal_pass_by_source_record ON portal_pass (source_record_id);
      CREATE TABLE help_feedback (
        id uuid PRIMARY KEY,
        item_id uuid NOT NULL REFERENCES content_item,
        language text NOT NULL,
        is_helpful boolean NOT NULL,
        comment text,
        at timestamptz NOT NULL
      );
      CREATE INDEX help_feedback_by_item ON help_feedback (item_id, at DESC);
      CREATE TABLE help_search (
        words text NOT NULL,
        language text NOT NULL,
        times integer NOT NULL DEFAULT 1,
        found integer NOT NULL,
        last_at timestamptz NOT NULL,
        PRIMARY KEY (words, language)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE help_search, help_feedback, portal_pass');
  }
}
