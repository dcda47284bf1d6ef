import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The window of a chat draws questions of surveys itself, and shows files. */
export class ChatQuestionsAndFiles1795212001151 implements MigrationInterface {
  name = 'ChatQuestionsAndFiles1795212001151';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chat_line ADD invitation_id uuid, ADD files_key text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chat_line DROP invitation_id, DROP files_key');
  }
}
