import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets are found by their number with one index: the one of 0009 was enough, and each ticket was written into both. */
export class TicketsByNumberOnce1795212001110 implements MigrationInterface {
  name = 'TicketsByNumberOnce1795212001110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket_by_number');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ticket_by_number ON ticket (number)');
  }
}
