import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a bot spoke is found without looking at what everybody else wrote; messages of people, nearly all, enter nothing here (decision 0069). */
export class MessagesOfBots1795212001191 implements MigrationInterface {
  name = 'MessagesOfBots1795212001191';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX message_of_bot ON message (ticket_id, at) WHERE author_kind = 'bot'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX message_of_bot');
  }
}
