import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of lists that people save and share. */
export class Views1795212000011 implements MigrationInterface {
  name = 'Views1795212000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        owner_name text NOT NULL,
        screen text NOT NULL,
        name text NOT NULL,
        search text NOT NULL,
        shared_with text NOT NULL DEFAULT 'nobody' CHECK (shared_with IN ('nobody', 'department', 'everybody')),
        department text,
        created_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE INDEX saved_view_by_owner ON saved_view (owner_id, screen);
      CREATE INDEX saved_view_shared ON saved_view (screen) WHERE shared_with <> 'nobody' AND removed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE saved_view`);
  }
}
