import type { MigrationInterface, QueryRunner } from 'typeorm';

const nothing =
  '{"rows": 0, "accepted": 0, "rejected": 0, "created": 0, "updated": 0, "linked": 0, "unsure": 0, "unchanged": 0, "skipped": 0}';

/**
 * A dry run tells of every row, not of the first two hundred (decision 0081). Imports that were tried before can only tell of those: they are
 * to be tried again.
 */
export class RowsOfADryRun1795212001196 implements MigrationInterface {
  name = 'RowsOfADryRun1795212001196';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tried_rows (
        import_file_id uuid NOT NULL REFERENCES import_file ON DELETE CASCADE,
        outcome text NOT NULL,
        set_end bigint NOT NULL,
        rows json NOT NULL,
        PRIMARY KEY (import_file_id, outcome, set_end)
      );
      CREATE INDEX tried_rows_in_order ON tried_rows (import_file_id, set_end);
      DELETE FROM unreadable WHERE import_file_id IN (
        SELECT f.id FROM import_file f JOIN import_run r ON r.id = f.import_id WHERE r.status = 'CHECKED');
      UPDATE import_file SET counts = '${nothing}', status = CASE WHEN status = 'CHECKED' THEN 'READY' ELSE status END
        WHERE import_id IN (SELECT id FROM import_run WHERE status = 'CHECKED');
      UPDATE import_run SET status = 'READY' WHERE status = 'CHECKED';
      ALTER TABLE import_file DROP COLUMN preview;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_file ADD COLUMN preview jsonb NOT NULL DEFAULT '[]';
      DROP TABLE tried_rows;
    `);
  }
}
