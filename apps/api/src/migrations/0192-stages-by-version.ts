import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By which version of a map somebody stands is asked for with "another than this", which no tree of values answers: PostgreSQL reads the table
 * for it, and kept the index for nobody (decision 0071).
 */
export class StagesByVersion1795212001192 implements MigrationInterface {
  name = 'StagesByVersion1795212001192';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX customer_stage_settings');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX customer_stage_settings ON customer_stage (settings)');
  }
}
