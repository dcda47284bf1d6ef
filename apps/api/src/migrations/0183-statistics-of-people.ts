import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The golden record is read by its id: lists, filters and counts ask the summary, and the search its words. A sixth of what statistics of an import
 * cost was for columns of it that are only shown.
 */
const unasked: Record<string, string[]> = {
  change: ['kinds'],
  customer: [
    ...[
      'display_name',
      'sort_name',
      'given_name',
      'family_name',
      'name_suffix',
      'email',
      'phone',
      'job_title',
    ],
    ...[
      'language',
      'time_zone',
      'city',
      'country',
      'birth_date',
      'website',
      'owner_name',
      'lifecycle',
      'tags',
    ],
  ],
  customer_words: ['company', 'words'],
};

const eachOf = (tell: (column: string) => string): string =>
  Object.entries(unasked)
    .map(([table, columns]) => `ALTER TABLE ${table} ${columns.map(tell).join(', ')};`)
    .join('\n');

/** No statistics of what is only shown of people (decision 0060). */
export class StatisticsOfPeople1795212001183 implements MigrationInterface {
  name = 'StatisticsOfPeople1795212001183';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eachOf((column) => `ALTER COLUMN ${column} SET STATISTICS 0`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(eachOf((column) => `ALTER COLUMN ${column} SET STATISTICS -1`));
  }
}
