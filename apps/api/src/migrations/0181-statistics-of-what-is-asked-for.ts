import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Columns that no statement compares: what they hold is only ever shown or folded. PostgreSQL read and sorted a sample of each whenever a table had
 * grown by a tenth, which during an import is every few seconds, and used none of it.
 */
const unasked: Record<string, string[]> = {
  customer: ['golden'],
  customer_experience: ['failures', 'irrelevance', 'outcomes', 'recommended_at'],
  customer_stage: ['history', 'reasons'],
  decision: ['evidence', 'record_ids'],
  identifier: ['raw', 'shown'],
  lived_interaction: ['levers', 'marks', 'moments', 'title'],
  match_record: ['values'],
  message: ['author_name', 'body', 'ticket_before'],
  signal: ['body', 'body_hash'],
  source_record: ['current'],
  source_record_version: ['profile'],
  ticket: ['description', 'field_words', 'over'],
  timeline_entry: ['actor_name', 'change', 'detail', 'title'],
  touch: ['url'],
};

const eachOf = (tell: (column: string) => string): string =>
  Object.entries(unasked)
    .map(([table, columns]) => `ALTER TABLE ${table} ${columns.map(tell).join(', ')};`)
    .join('\n');

/** No statistics of columns that nobody asks for (decision 0060). */
export class StatisticsOfWhatIsAskedFor1795212001181 implements MigrationInterface {
  name = 'StatisticsOfWhatIsAskedFor1795212001181';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eachOf((column) => `ALTER COLUMN "${column}" SET STATISTICS 0`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(eachOf((column) => `ALTER COLUMN "${column}" SET STATISTICS -1`));
  }
}
