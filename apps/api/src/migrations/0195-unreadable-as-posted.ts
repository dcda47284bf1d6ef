import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what could not be read, what sources posted is told from what is shown elsewhere: it waits to be looked at and tried again. */
export class UnreadableAsPosted1795212001195 implements MigrationInterface {
  name = 'UnreadableAsPosted1795212001195';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE unreadable ADD COLUMN posted boolean NOT NULL DEFAULT false;
      UPDATE unreadable SET posted = true WHERE import_file_id IS NULL;
      DROP INDEX unreadable_waiting;
      CREATE INDEX unreadable_waiting ON unreadable (id) WHERE posted AND replayed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX unreadable_waiting;
      ALTER TABLE unreadable DROP COLUMN posted;
      CREATE INDEX unreadable_waiting ON unreadable (source_id, received_at) WHERE replayed_at IS NULL;
    `);
  }
}
