import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that lists are filtered by from or up to a value: how rare the highest and lowest are decides how a list is read. */
const ranged = ['open_deal_value', 'stage_since'];
/** Columns that are only shown. */
const shown = [
  'display_name',
  'email',
  'phone',
  'company_name',
  'currency',
  'last_interaction_kind',
  'last_department',
];

const each = (columns: readonly string[], target: number): string =>
  columns.map((column) => `ALTER COLUMN ${column} SET STATISTICS ${target}`).join(', ');

/** Fine statistics of what lists are cut off by, none of what they only show (decision 0055, 29 November). */
export class StatisticsOfLists1795212001185 implements MigrationInterface {
  name = 'StatisticsOfLists1795212001185';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE customer_summary ${each(ranged, 100)}, ${each(shown, 0)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE customer_summary ${each([...ranged, ...shown], -1)}`);
  }
}
