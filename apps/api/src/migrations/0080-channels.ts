import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Channels that people add, what came by them, and the conversations it made; when letters arrived and were read. */
export class Channels1795212000080 implements MigrationInterface {
  name = 'Channels1795212000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channel (
        id uuid PRIMARY KEY,
        provider text NOT NULL,
        name text NOT NULL,
        address text NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}',
        secrets jsonb NOT NULL DEFAULT '{}',
        source_id uuid NOT NULL REFERENCES source,
        created_at timestamptz NOT NULL,
        removed_at timestamptz,
        last_event_at timestamptz,
        refusals integer NOT NULL DEFAULT 0,
        last_refused_at timestamptz,
        last_refusal text
      );
      CREATE TABLE conversation (
        id uuid PRIMARY KEY,
        number bigint GENERATED ALWAYS AS IDENTITY (START 1001) NOT NULL,
        channel_id uuid NOT NULL REFERENCES channel,
        peer text NOT NULL,
        to_address text NOT NULL,
        outside_key text,
        thread_key text NOT NULL UNIQUE,
        opened_at timestamptz NOT NULL,
        last_in_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        source_record_id uuid REFERENCES source_record,
        customer_id uuid REFERENCES customer
      );
      CREATE INDEX conversation_by_peer ON conversation (channel_id, peer, last_at DESC);
      CREATE INDEX conversation_by_customer ON conversation (customer_id) WHERE customer_id IS NOT NULL;
      CREATE INDEX conversation_by_source_record ON conversation (source_record_id) WHERE source_record_id IS NOT NULL;
      CREATE TABLE channel_event (
        id uuid PRIMARY KEY,
        channel_id uuid NOT NULL REFERENCES channel,
        event_key text NOT NULL,
        received_at timestamptz NOT NULL,
        raw text NOT NULL,
        outcome text NOT NULL,
        reason text,
        thread_key text,
        letter_id uuid REFERENCES letter ON DELETE SET NULL,
        signal_id uuid,
        source_record_id uuid REFERENCES source_record,
        customer_id uuid REFERENCES customer,
        UNIQUE (channel_id, event_key)
      );
      CREATE INDEX channel_event_newest ON channel_event (channel_id, received_at DESC);
      CREATE INDEX channel_event_by_customer ON channel_event (customer_id) WHERE customer_id IS NOT NULL;
      CREATE INDEX channel_event_by_source_record ON channel_event (source_record_id) WHERE source_record_id IS NOT NULL;
      ALTER TABLE letter ADD COLUMN delivered_at timestamptz, ADD COLUMN read_at timestamptz;
      CREATE INDEX letter_failed ON letter (channel, due_at DESC) WHERE state = 'failed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX letter_failed;
      ALTER TABLE letter DROP COLUMN delivered_at, DROP COLUMN read_at;
      DROP TABLE channel_event, conversation, channel;
    `);
  }
}
