import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can never be read (half a JSON, a test of somebody's) is put away by whoever has looked at it, and waits no longer. */
export class UnreadablePutAway1795212001203 implements MigrationInterface {
  name = 'UnreadablePutAway1795212001203';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE unreadable ADD COLUMN dismissed_at timestamptz;
      DROP INDEX unreadable_waiting;
      CREATE INDEX unreadable_waiting ON unreadable (id) WHERE posted AND replayed_at IS NULL AND dismissed_at IS NULL;
      CREATE INDEX unreadable_dismissed ON unreadable (id) WHERE posted AND replayed_at IS NULL AND dismissed_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX unreadable_waiting, unreadable_dismissed;
      ALTER TABLE unreadable DROP COLUMN dismissed_at;
      CREATE INDEX unreadable_waiting ON unreadable (id) WHERE posted AND replayed_at IS NULL;
    `);
  }
}
