import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import { RepeatBuyerEntity } from './repeat-buyer.entity.ts';
import { RepeatFitEntity } from './repeat-fit.entity.ts';

/** What somebody bought on one day in one currency. */
export interface DayOfBuying {
  customerId: string;
  currency: string;
  day: number;
  value: number;
}

/** What counts as a purchase: it was paid for and did not come back whole. A gift at price 0 is an order and no purchase. */
const isPurchase = (o: string) =>
  `${o}.status IN ('placed', 'fulfilled') AND ${o}.total > 0 AND ${o}.ordered_at <= $1::timestamptz`;
const dayOf = (time: string) => `floor(extract(epoch FROM ${time}) / 86400)::int`;

const days = `SELECT o.customer_id AS "customerId", coalesce(o.currency, '') AS currency, ${dayOf('o.ordered_at')} AS day, sum(o.total)::float8 AS value
       FROM sales_order o WHERE ${isPurchase('o')}`;

/** The days on which these customers bought something. */
export const daysOfBuying = (db: Db, asOf: Date, customerIds: readonly string[]): Promise<DayOfBuying[]> =>
  db.named<DayOfBuying>(
    'repeat-days-of',
    `${days} AND o.customer_id = ANY($2::uuid[]) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [asOf, customerIds],
  );

/** The days on which anybody bought something in a currency. */
export const daysOfStream = (db: Db, asOf: Date, currency: string): Promise<DayOfBuying[]> =>
  db.query<DayOfBuying>(`${days} AND coalesce(o.currency, '') = $2 GROUP BY 1, 2, 3 ORDER BY 1, 3`, [
    asOf,
    currency,
  ]);

/** Streams of orders, by currency, and how many days of purchase each has. */
export const streams = (db: Db, asOf: Date): Promise<{ currency: string; orders: number }[]> =>
  db.named(
    'repeat-streams',
    `SELECT coalesce(o.currency, '') AS currency, count(DISTINCT (o.customer_id, ${dayOf('o.ordered_at')}))::int AS orders
       FROM sales_order o WHERE ${isPurchase('o')} GROUP BY 1 ORDER BY 2 DESC, 1`,
    [asOf],
  );

/** The fit in use of every currency: the last one. */
export const fitsInUse = (db: Db): Promise<RepeatFitEntity[]> =>
  db.named<RepeatFitEntity>(
    'repeat-fits-in-use',
    `SELECT DISTINCT ON (f.currency) ${columnsOf(RepeatFitEntity, 'f')} FROM repeat_fit f ORDER BY f.currency, f.version DESC`,
  );

/** Keeps a fit, as the next version of its currency. */
export const addFit = (tx: Tx, fit: RepeatFitEntity): Promise<unknown> =>
  putRows(tx, RepeatFitEntity, [fit], '');

/** Who has rows of another day or fit, or bought and has none: a page of them after an id. */
export async function buyersAfter(db: Db, after: string | null, limit: number): Promise<string[]> {
  const rows = await db.named<{ id: string }>(
    `repeat-buyers-after-${limit}`,
    `SELECT DISTINCT o.customer_id AS id FROM sales_order o
      WHERE o.customer_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') ORDER BY 1 LIMIT ${limit}`,
    [after],
  );
  return rows.map(({ id }) => id);
}

/** The day for which somebody who bought was reckoned first: whether today’s reckoning is done. */
export async function oldestReckoning(db: Db): Promise<number | null> {
  const [row] = await db.named<{ day: number | null }>(
    'repeat-oldest',
    'SELECT min(day) AS day FROM repeat_buyer',
  );
  return row?.day ?? null;
}

const changing = [
  ...['fit_id', 'day', 'purchases', 'first_day', 'last_day', 'alive', 'expected90', 'expected365'],
  ...['low365', 'high365', 'again365', 'basket', 'value365'],
];

/** Writes what is expected of these customers; who bought nothing after all has no row any more. */
export async function putBuyers(
  tx: Tx,
  customerIds: readonly string[],
  buyers: readonly RepeatBuyerEntity[],
): Promise<void> {
  tx.later(
    'repeat-buyers-gone',
    `DELETE FROM repeat_buyer b WHERE b.customer_id = ANY($1::uuid[])
        AND NOT EXISTS (SELECT FROM unnest($2::uuid[], $3::text[]) AS kept(id, currency) WHERE kept.id = b.customer_id AND kept.currency = b.currency)`,
    [customerIds, buyers.map(({ customerId }) => customerId), buyers.map(({ currency }) => currency)],
  );
  await putRows(
    tx,
    RepeatBuyerEntity,
    buyers,
    `ON CONFLICT (customer_id, currency) DO UPDATE SET ${changing.map((name) => `${name} = excluded.${name}`).join(', ')}
      WHERE (${changing.map((name) => `repeat_buyer.${name}`).join(', ')}) IS DISTINCT FROM (${changing.map((name) => `excluded.${name}`).join(', ')})`,
  );
}
