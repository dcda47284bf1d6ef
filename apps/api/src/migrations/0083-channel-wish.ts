import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which channel customers told us that they want to be written to; append-only, the newest word counts. */
export class ChannelWish1795212000083 implements MigrationInterface {
  name = 'ChannelWish1795212000083';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channel_wish (
        id uuid PRIMARY KEY,
        channel text,
        said_by text,
        at timestamptz NOT NULL,
        source_record_id uuid NOT NULL REFERENCES source_record,
        customer_id uuid NOT NULL REFERENCES customer
      );
      CREATE INDEX channel_wish_by_customer ON channel_wish (customer_id, at DESC);
      CREATE INDEX channel_wish_by_source_record ON channel_wish (source_record_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE channel_wish');
  }
}
