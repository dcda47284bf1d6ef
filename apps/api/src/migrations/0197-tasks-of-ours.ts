import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks are changed and removed here, also those that other systems told of, and everybody has a list of their own. */
export class TasksOfOurs1795212001197 implements MigrationInterface {
  name = 'TasksOfOurs1795212001197';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE task ADD COLUMN removed_at timestamptz, ADD COLUMN over jsonb NOT NULL DEFAULT '{}';
      CREATE INDEX task_open ON task (coalesce(due_on, 'infinity'::date), id) WHERE done_at IS NULL AND removed_at IS NULL;
      CREATE INDEX task_open_of ON task (coalesce(assignee_id::text, assignee_name))
        WHERE done_at IS NULL AND removed_at IS NULL;
      CREATE INDEX task_done ON task (done_at DESC, id DESC) WHERE done_at IS NOT NULL AND removed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX task_open, task_open_of, task_done;
      ALTER TABLE task DROP COLUMN removed_at, DROP COLUMN over;
    `);
  }
}
