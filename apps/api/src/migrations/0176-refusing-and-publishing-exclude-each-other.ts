import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A held run is refused or asked to be published, never both: who asked and when stands with it until the run that publishes has come. */
export class RefusingAndPublishingExcludeEachOther1795212001176 implements MigrationInterface {
  name = 'RefusingAndPublishingExcludeEachOther1795212001176';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE match_model
        ADD publish_asked_at timestamptz,
        ADD publish_asked_by text,
        ADD CONSTRAINT match_model_publish_asked CHECK ((publish_asked_at IS NULL) = (publish_asked_by IS NULL) AND (publish_asked_at IS NULL OR held_because IS NOT NULL)),
        ADD CONSTRAINT match_model_one_answer CHECK (refused_at IS NULL OR publish_asked_at IS NULL)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE match_model DROP publish_asked_at, DROP publish_asked_by');
  }
}
