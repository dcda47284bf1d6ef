import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets and their messages. */
export class Support1795212000009 implements MigrationInterface {
  name = 'Support1795212000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        number text NOT NULL,
        customer_id uuid REFERENCES customer,
        source_record_id uuid REFERENCES source_record,
        company_id uuid REFERENCES company,
        subject text NOT NULL,
        description text,
        status text NOT NULL CHECK (status IN ('new', 'open', 'pending', 'hold', 'solved', 'closed')),
        priority text CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
        type text,
        channel text,
        assignee_name text,
        team_name text,
        tags text[] NOT NULL DEFAULT '{}',
        satisfaction text,
        opened_at timestamptz NOT NULL,
        solved_at timestamptz,
        observed_at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX ticket_by_customer ON ticket (customer_id, opened_at DESC, id DESC);
      CREATE INDEX ticket_open ON ticket (customer_id) WHERE status IN ('new', 'open', 'pending', 'hold');
      CREATE INDEX ticket_number ON ticket (number);
      CREATE TABLE message (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
        customer_id uuid REFERENCES customer,
        source_record_id uuid REFERENCES source_record,
        author_kind text NOT NULL CHECK (author_kind IN ('customer', 'agent', 'bot')),
        author_name text,
        is_public boolean NOT NULL,
        body text NOT NULL,
        at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX message_by_ticket ON message (ticket_id, at, id);
      CREATE INDEX message_by_customer ON message (customer_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE message, ticket`);
  }
}
