import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ticket is found by the number that somebody reads out, among millions as among ten. */
export class TicketsByNumber1795212000077 implements MigrationInterface {
  name = 'TicketsByNumber1795212000077';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ticket_by_number ON ticket (number)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket_by_number');
  }
}
