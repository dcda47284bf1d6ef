import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails as they came, and how far each mailbox has been read. */
export class Mail1795212000021 implements MigrationInterface {
  name = 'Mail1795212000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail (
        id uuid PRIMARY KEY,
        number bigint GENERATED ALWAYS AS IDENTITY (START 1001) NOT NULL,
        mailbox text NOT NULL,
        message_id text NOT NULL,
        from_address text NOT NULL,
        subject text NOT NULL,
        received_at timestamptz NOT NULL,
        size_bytes integer NOT NULL,
        raw bytea,
        outcome text NOT NULL,
        reason text,
        thread_source_id uuid REFERENCES source,
        thread_key text,
        letter_id uuid REFERENCES letter ON DELETE SET NULL,
        signal_id uuid,
        source_record_id uuid REFERENCES source_record,
        customer_id uuid REFERENCES customer,
        UNIQUE (mailbox, message_id)
      );
      -- Mails are compressed or small already; what is stored once and read by hardly anybody needs no second try.
      ALTER TABLE mail ALTER COLUMN raw SET STORAGE EXTERNAL;
      CREATE INDEX mail_by_message_id ON mail (message_id);
      CREATE INDEX mail_by_customer ON mail (customer_id) WHERE customer_id IS NOT NULL;
      CREATE INDEX mail_by_source_record ON mail (source_record_id) WHERE source_record_id IS NOT NULL;
      CREATE TABLE mailbox_place (
        mailbox text PRIMARY KEY,
        uid_validity bigint NOT NULL,
        last_uid bigint NOT NULL,
        read_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mailbox_place, mail');
  }
}
