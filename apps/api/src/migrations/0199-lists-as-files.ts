import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of customers that somebody asked for as a file (decision 0083): what is asked, for the few minutes until it is fetched. */
export class ListsAsFiles1795212001199 implements MigrationInterface {
  name = 'ListsAsFiles1795212001199';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE list_export (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user,
        role text NOT NULL,
        filter jsonb NOT NULL,
        sort text NOT NULL,
        chosen uuid[],
        left_out uuid[] NOT NULL,
        language text NOT NULL,
        asked_at timestamptz NOT NULL
      );
      CREATE INDEX list_export_by_age ON list_export (asked_at);
      CREATE INDEX list_export_by_user ON list_export (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE list_export');
  }
}
