import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations on our web site, as the visitor sees them. */
export class Chat1795212000022 implements MigrationInterface {
  name = 'Chat1795212000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE chat (
        id uuid PRIMARY KEY,
        number bigint GENERATED ALWAYS AS IDENTITY (START 1001) NOT NULL,
        token_hash text NOT NULL UNIQUE,
        language text NOT NULL,
        visitor_name text,
        visitor_email text,
        page text,
        state text NOT NULL CHECK (state IN ('with-bot', 'waiting', 'with-person', 'ended')),
        bot_turns integer NOT NULL DEFAULT 0,
        bot_answered integer NOT NULL DEFAULT 0,
        opened_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        person_asked_at timestamptz,
        helped boolean,
        source_record_id uuid REFERENCES source_record,
        customer_id uuid REFERENCES customer
      );
      CREATE INDEX chat_by_customer ON chat (customer_id) WHERE customer_id IS NOT NULL;
      CREATE INDEX chat_by_source_record ON chat (source_record_id) WHERE source_record_id IS NOT NULL;
      CREATE INDEX chat_with_bot ON chat (last_at) WHERE state = 'with-bot';
      CREATE TABLE chat_line (
        id uuid PRIMARY KEY,
        chat_id uuid NOT NULL REFERENCES chat ON DELETE CASCADE,
        number integer NOT NULL,
        at timestamptz NOT NULL,
        author text NOT NULL CHECK (author IN ('visitor', 'bot', 'person')),
        author_name text,
        text text NOT NULL,
        sources jsonb NOT NULL DEFAULT '[]',
        UNIQUE (chat_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE chat_line, chat');
  }
}
