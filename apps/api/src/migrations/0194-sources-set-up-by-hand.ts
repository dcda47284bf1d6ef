import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a source leaves unsaid, and the secrets under which it signs, are set by whoever looks after it (decision 0079). Secrets stood
 * open in a column that nothing in the product could write.
 */
export class SourcesSetUpByHand1795212001194 implements MigrationInterface {
  name = 'SourcesSetUpByHand1795212001194';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE source ADD COLUMN currency text, DROP COLUMN webhook_secrets;
      CREATE TABLE signing_secret (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        beginning text NOT NULL,
        sealed text NOT NULL,
        created_by uuid REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        ended_at timestamptz
      );
      CREATE INDEX signing_secret_of_source ON signing_secret (source_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE signing_secret;
      ALTER TABLE source DROP COLUMN currency, ADD COLUMN webhook_secrets text[] NOT NULL DEFAULT '{}';
    `);
  }
}
