import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import has taken in is followed up in transactions of its own; of whom that is owed is kept until it is done. */
export class OwedAfterImports1795212001180 implements MigrationInterface {
  name = 'OwedAfterImports1795212001180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE owed (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      customer_ids uuid[] NOT NULL,
      kinds text[] NOT NULL,
      stands_anew boolean NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE owed');
  }
}
