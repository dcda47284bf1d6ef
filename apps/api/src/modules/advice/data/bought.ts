import type { Db } from '#platform/database';
import type { BoughtTogether, OwnProduct, UsualGap } from '../domain/next-product.ts';

/** How far is looked: products of theirs, lines of a product, buyers that a base is made of. Bounded, so that it costs the same in any house. */
const [mostProducts, mostLines, mostPairs] = [20, 4000, 40];

const dayOf = (o: string) => `floor(extract(epoch FROM ${o}.ordered_at) / 86400)::int`;
const isBought = (o: string) => `${o}.status <> 'cancelled' AND ${o}.ordered_at <= $2::timestamptz`;
const isKept = (o: string, l: string) =>
  `${o}.status IN ('placed', 'fulfilled') AND ${l}.returned_quantity = 0 AND ${o}.ordered_at <= $2::timestamptz`;

/** What somebody bought, the latest first: the days, and whether any of it came back. */
export const productsBought = (db: Db, customerId: string, asOf: Date): Promise<OwnProduct[]> =>
  db.named<OwnProduct>(
    'advice-bought',
    `SELECT p.id AS "productId", p.name, array_agg(DISTINCT ${dayOf('o')} ORDER BY ${dayOf('o')}) AS days,
            bool_or(o.status IN ('returned', 'refunded') OR l.returned_quantity > 0) AS "cameBack"
       FROM sales_order o JOIN order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id
      WHERE o.customer_id = $1 AND ${isBought('o')} GROUP BY p.id, p.name ORDER BY max(o.ordered_at) DESC, p.id LIMIT ${mostProducts}`,
    [customerId, asOf],
  );

/** How soon these products are bought again, by whoever bought one twice. */
export const usualGaps = (db: Db, productIds: readonly string[], asOf: Date): Promise<UsualGap[]> =>
  db.named<UsualGap>(
    'advice-gaps',
    `SELECT g.product_id AS "productId", count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY g.gap) AS median,
            percentile_cont(0.25) WITHIN GROUP (ORDER BY g.gap) AS lo, percentile_cont(0.75) WITHIN GROUP (ORDER BY g.gap) AS hi
       FROM (SELECT d.product_id, d.day - lag(d.day) OVER (PARTITION BY d.product_id, d.customer_id ORDER BY d.day) AS gap
               FROM (SELECT DISTINCT l.product_id, o.customer_id, ${dayOf('o')} AS day
                       FROM unnest($1::uuid[]) AS asked(id)
                      CROSS JOIN LATERAL (SELECT * FROM order_line l WHERE l.product_id = asked.id ORDER BY l.order_id DESC LIMIT ${mostLines}) l
                       JOIN sales_order o ON o.id = l.order_id WHERE ${isKept('o', 'l')}) d) g
      WHERE g.gap IS NOT NULL GROUP BY g.product_id`,
    [productIds, asOf],
  );

/** What the other buyers of these products have besides, and how many of the latest buyers of anything have it. */
export const boughtTogether = (
  db: Db,
  customerId: string,
  productIds: readonly string[],
  asOf: Date,
): Promise<BoughtTogether[]> =>
  db.named<BoughtTogether>(
    'advice-together',
    `WITH peers AS MATERIALIZED (
       SELECT DISTINCT asked.id AS with_id, o.customer_id FROM unnest($3::uuid[]) AS asked(id)
        CROSS JOIN LATERAL (SELECT * FROM order_line l WHERE l.product_id = asked.id ORDER BY l.order_id DESC LIMIT ${mostLines}) l
         JOIN sales_order o ON o.id = l.order_id WHERE o.customer_id <> $1 AND ${isKept('o', 'l')}
     ), base AS MATERIALIZED (
       SELECT DISTINCT o.customer_id FROM (SELECT * FROM order_line ORDER BY order_id DESC LIMIT ${mostLines}) l
         JOIN sales_order o ON o.id = l.order_id WHERE o.customer_id <> $1 AND ${isKept('o', 'l')}
     ), sizes AS (SELECT with_id, count(*)::int AS n FROM peers GROUP BY with_id
     ), pairs AS (
       SELECT p.with_id, l.product_id, count(DISTINCT p.customer_id)::int AS k FROM peers p
         JOIN sales_order o ON o.customer_id = p.customer_id JOIN order_line l ON l.order_id = o.id
        WHERE l.product_id IS NOT NULL AND l.product_id <> ALL($3::uuid[]) AND ${isKept('o', 'l')} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${mostPairs}
     ), usual AS (
       SELECT l.product_id, count(DISTINCT b.customer_id)::int AS k FROM base b
         JOIN sales_order o ON o.customer_id = b.customer_id JOIN order_line l ON l.order_id = o.id
        WHERE l.product_id IN (SELECT product_id FROM pairs) AND ${isKept('o', 'l')} GROUP BY 1
     )
     SELECT pairs.with_id AS "withId", pairs.product_id AS "productId", q.name, pairs.k, sizes.n, coalesce(usual.k, 0) AS "baseK",
            (SELECT count(*)::int FROM base) AS "baseN"
       FROM pairs JOIN sizes USING (with_id) JOIN product q ON q.id = pairs.product_id LEFT JOIN usual USING (product_id)`,
    [customerId, asOf, productIds],
  );
