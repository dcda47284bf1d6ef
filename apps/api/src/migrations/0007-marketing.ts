import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns, touches, and the ledger of consent. */
export class Marketing1795212000007 implements MigrationInterface {
  name = 'Marketing1795212000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE campaign (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        name text NOT NULL,
        channel text NOT NULL,
        subject text,
        sent_at timestamptz,
        observed_at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE TABLE touch (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        campaign_id uuid REFERENCES campaign,
        kind text NOT NULL,
        channel text NOT NULL,
        url text,
        at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX touch_by_customer ON touch (customer_id, at DESC, id DESC);
      -- Append-only: what somebody agreed to or withdrew, in which words, where, when, and the proof.
      CREATE TABLE consent_entry (
        id uuid PRIMARY KEY,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        source_id uuid NOT NULL REFERENCES source,
        entry_key text NOT NULL,
        purpose text NOT NULL,
        channel text NOT NULL,
        state text NOT NULL CHECK (state IN ('granted', 'withdrawn')),
        at timestamptz NOT NULL,
        wording text,
        evidence jsonb NOT NULL DEFAULT '{}',
        signal_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (source_record_id, entry_key)
      );
      CREATE INDEX consent_by_customer ON consent_entry (customer_id, channel, at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE consent_entry, touch, campaign`);
  }
}
