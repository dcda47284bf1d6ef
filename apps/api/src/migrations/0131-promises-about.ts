import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was promised in a ticket is found by the ticket. */
export class PromisesAbout1795212001131 implements MigrationInterface {
  name = 'PromisesAbout1795212001131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX promise_by_subject ON promise (subject_id) WHERE subject_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX promise_by_subject');
  }
}
