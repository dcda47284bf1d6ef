import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Surveys are asked on the telephone too, letters may have a form beside their text, and what is typed back finds its question. */
export class AnswersOnEveryChannel1795212001150 implements MigrationInterface {
  name = 'AnswersOnEveryChannel1795212001150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE survey DROP CONSTRAINT survey_occasion_check,
        ADD CONSTRAINT survey_occasion_check CHECK (occasion IN ('ticket-solved', 'stage-entered', 'call-ended'));
      ALTER TABLE letter ADD html text;
      CREATE INDEX letter_by_address ON letter (to_address, created_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX letter_by_address;
      ALTER TABLE letter DROP html;
      DELETE FROM survey_invitation WHERE survey_id IN (SELECT id FROM survey WHERE occasion = 'call-ended');
      DELETE FROM survey WHERE occasion = 'call-ended';
      ALTER TABLE survey DROP CONSTRAINT survey_occasion_check,
        ADD CONSTRAINT survey_occasion_check CHECK (occasion IN ('ticket-solved', 'stage-entered'));
    `);
  }
}
