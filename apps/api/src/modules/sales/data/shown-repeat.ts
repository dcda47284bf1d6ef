import type { Db } from '#platform/database';
import type { Spelling } from '#platform/look-ahead';

/** Rounded for people; what is beyond is noise. */
const rounded = (sql: string, digits: number): string => `round((${sql})::numeric, ${digits})::float8`;
const time = (day: string): string => `to_timestamp(${day} * 86400)`;
const number = (column: string, digits: number) => ({
  sql: (b: string) => rounded(`${b}.${column}`, digits),
});
const count = (column: string) => ({ sql: (b: string) => `${b}.${column}`, spelling: 'count' as const });

/** How each number of a buyer is shown, over a row of `shownBuyers`. */
export const repeatColumns: Record<string, { sql: (b: string) => string; spelling?: Spelling }> = {
  purchases: count('purchases'),
  firstAt: { sql: (b) => time(`${b}.first_day`), spelling: 'time' },
  lastAt: { sql: (b) => time(`${b}.last_day`), spelling: 'time' },
  alive: number('alive', 3),
  expected: number('expected365', 2),
  low: { sql: (b) => `${b}.low365` },
  high: { sql: (b) => `${b}.high365` },
  again: number('again365', 3),
  basket: number('basket', 2),
  value: number('value365', 2),
  currency: { sql: (b) => `nullif(${b}.currency, '')` },
  passed: { sql: (b) => `${b}.passed` },
  reasons: { sql: (b) => `ARRAY(SELECT upper(replace(why, '-', '_')) FROM unnest(${b}.reasons) why)` },
  fitVersion: count('version'),
  buyers: { sql: (b) => `(${b}.gate->>'n')::int` },
  asOf: { sql: (b) => time(`${b}.day`), spelling: 'time' },
  settings: { sql: (b) => `${b}.settings` },
};

/** Buyers with the fit that speaks of them: of each the currency in which they buy most. */
export const shownBuyers = (where: string): string =>
  `SELECT DISTINCT ON (b.customer_id) b.*, f.passed, f.reasons, f.version, f.gate, f.settings
     FROM repeat_buyer b JOIN repeat_fit f ON f.id = b.fit_id
    WHERE ${where} ORDER BY b.customer_id, b.purchases DESC, b.currency`;

/** A buyer as shown. */
export type ShownBuyer = Record<string, unknown> & { customerId: string };

/** What is expected of each customer; `null` for who bought nothing, or while nothing was learned yet. */
export async function repeatByCustomer(
  db: Db,
  customerIds: readonly string[],
): Promise<(ShownBuyer | null)[]> {
  const rows = await db.named<ShownBuyer>(
    'repeat-by-customer',
    `SELECT b.customer_id AS "customerId", ${Object.entries(repeatColumns)
      .filter(([name]) => name !== 'reasons')
      .map(([name, { sql }]) => `${sql('b')} AS "${name}"`)
      .join(', ')}, b.reasons FROM (${shownBuyers('b.customer_id = ANY($1::uuid[])')}) b`,
    [customerIds],
  );
  const found = new Map(rows.map((row) => [row.customerId, row]));
  return customerIds.map((id) => found.get(id) ?? null);
}
