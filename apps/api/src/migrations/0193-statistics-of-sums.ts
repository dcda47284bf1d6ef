import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was folded of somebody and is only shown, or compared as part of an expression of which PostgreSQL knows nothing anyway. */
const unasked: Record<string, string[]> = {
  consent_entry: ['evidence', 'wording'],
  customer_experience: [
    ...['n', 'known', 'interactions', 'measured', 'minutes', 'known_minutes', 'total', 'mean'],
    ...['memory_mean', 'memories', 'last_outcome', 'regretted', 'last_order_at', 'gap_days', 'gap_by'],
    ...['memorable_good', 'memorable_bad', 'anchors', 'contacts', 'preferred_channel', 'preferred_share'],
    ...['no_repeat_share', 'settings'],
  ],
  customer_stage: ['because', 'because_at', 'confidence', 'last_fact_at'],
  customer_summary: [
    ...['customer_id', 'won_value', 'orders', 'tickets', 'last_interaction_at', 'last_outcome'],
    ...['experienced', 'memory_mean', 'half_remembered_until'],
  ],
  decision: ['actor_name', 'reason'],
  lived_interaction: [
    ...['n', 'known', 'minutes', 'known_minutes', 'mean', 'peak', 'peak_at', 'end_value'],
    ...['usual_mean', 'usual_sd', 'usual_n', 'surprise', 'salience', 'share', 'settings'],
  ],
};

const eachOf = (tell: (column: string) => string): string =>
  Object.entries(unasked)
    .map(([table, columns]) => `ALTER TABLE ${table} ${columns.map(tell).join(', ')};`)
    .join('\n');

/** No statistics of what was folded and is only shown (decision 0072). */
export class StatisticsOfSums1795212001193 implements MigrationInterface {
  name = 'StatisticsOfSums1795212001193';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eachOf((column) => `ALTER COLUMN ${column} SET STATISTICS 0`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(eachOf((column) => `ALTER COLUMN ${column} SET STATISTICS -1`));
  }
}
