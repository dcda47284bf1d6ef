import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A held run over everybody can be refused: who said so and when stands with it, until it is taken back. */
export class HeldRunsAreRefused1795212001121 implements MigrationInterface {
  name = 'HeldRunsAreRefused1795212001121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE match_model
        ADD refused_at timestamptz,
        ADD refused_by text,
        ADD CONSTRAINT match_model_refused CHECK ((refused_at IS NULL) = (refused_by IS NULL) AND (refused_at IS NULL OR held_because IS NOT NULL))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE match_model DROP refused_at, DROP refused_by');
  }
}
