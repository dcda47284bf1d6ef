import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db } from '#platform/database';
import {
  type OrderPart,
  orderSql,
  type PagedRows,
  type PageKey,
  pagesByParent,
  type WithCursor,
} from '#platform/pages';
import type { Deal } from '../domain/deal.ts';
import type { DealOutcome } from '../domain/read-pipeline-signal.ts';
import { DealEntity } from './deal.entity.ts';

/** A deal as the graph shows it: with the names of its pipeline, stage and source. */
export type ShownDeal = Deal & { pipelineName: string | null; sourceName: string };

const shown = (d: string): string =>
  `${columnsOf(DealEntity, d).replace(`${d}.stage_name AS "stageName"`, `coalesce(g.name, ${d}.stage_name) AS "stageName"`)},
  p.name AS "pipelineName", s.name AS "sourceName"`;
const withNames = (d: string): string =>
  `LEFT JOIN pipeline p ON p.id = ${d}.pipeline_id LEFT JOIN pipeline_stage g ON g.id = ${d}.stage_id JOIN source s ON s.id = ${d}.source_id`;

/** Open deals first, by the day they should close; then closed ones, newest first. */
const order: OrderPart[] = [
  { kind: 'flag', sql: (d) => `(${d}.outcome <> 'open')` },
  {
    kind: 'day',
    sql: (d) => `coalesce(CASE WHEN ${d}.outcome = 'open' THEN ${d}.close_date END, 'infinity')`,
  },
  { kind: 'moment', sql: (d) => `coalesce(${d}.closed_at, '0001-01-01 00:00Z')`, falls: true },
  { kind: 'id', sql: (d) => `${d}.id` },
];

const pagesOf = (name: string, whose: (deal: string, id: string) => string): PagedRows => ({
  name,
  table: 'deal',
  order,
  asked: { outcome: 'text' },
  where: (d, id, { outcome }) => `${whose(d, id)} AND (${outcome} IS NULL OR ${d}.outcome = ${outcome})`,
});

/** Which deals are somebody's: those that a customer is on, and those that are with a company. */
export const dealsOf = {
  customer: pagesOf(
    'deals-of-customer',
    (deal, id) => `${deal}.id IN (SELECT deal_id FROM deal_person m WHERE m.customer_id = ${id})`,
  ),
  company: pagesOf('deals-of-company', (deal, id) => `${deal}.company_id = ${id}`),
} as const;

const shownOf = { columns: shown, joins: withNames };

/** Pages of the deals that each customer is on. */
export const dealPagesOfCustomers = (db: Db, keys: readonly PageKey[]): Promise<WithCursor<ShownDeal>[][]> =>
  pagesByParent<ShownDeal>(db, dealsOf.customer, shownOf, keys);

/** Pages of the deals that are with each company. */
export const dealPagesOfCompanies = (db: Db, keys: readonly PageKey[]): Promise<WithCursor<ShownDeal>[][]> =>
  pagesByParent<ShownDeal>(db, dealsOf.company, shownOf, keys);

/** Whose deals, of which outcome, and how many. */
export interface DealsKey {
  /** Of the customer or the company. */
  id: string;
  outcome: DealOutcome | null;
  first: number;
}

/** The deals that each customer is on. */
export const dealsByCustomer = (db: Db, keys: readonly DealsKey[]): Promise<ShownDeal[][]> =>
  dealsBy('customer', db, keys);

/** The deals that are with each company. */
export const dealsByCompany = (db: Db, keys: readonly DealsKey[]): Promise<ShownDeal[][]> =>
  dealsBy('company', db, keys);

async function dealsBy(
  whose: keyof typeof dealsOf,
  db: Db,
  keys: readonly DealsKey[],
): Promise<ShownDeal[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<ShownDeal & { place: number }>(
    `deals-by-${whose}-${limit}`,
    `SELECT asked.place::int AS place, ${shown('d')}
       FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS asked(id, outcome, place)
      CROSS JOIN LATERAL (
        SELECT o.* FROM deal o
         WHERE ${dealsOf[whose].where('o', 'asked.id', { outcome: 'asked.outcome' })}
         ORDER BY ${orderSql(order, 'o')} LIMIT ${limit}) d
      ${withNames('d')}
      ORDER BY asked.place, ${orderSql(order, 'd')}`,
    [keys.map((key) => key.id), keys.map((key) => key.outcome)],
  );
  return inPlaces(rows, keys.length).map((list, place) => list.slice(0, keys[place]!.first));
}

/** Deals by id, in the order asked. */
export async function dealsById(db: Db, ids: readonly string[]): Promise<(ShownDeal | null)[]> {
  const rows = await db.named<ShownDeal>(
    'deals-by-id',
    `SELECT ${shown('d')} FROM deal d ${withNames('d')} WHERE d.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** An open deal near its day, and how many tickets of its customer are open. */
export type NearDeal = ShownDeal & { openTickets: number };

/** Open deals that should close by a day: with open tickets first, then the asker's own, then the nearest; at most `first`. */
export const dealsNear = (
  db: Db,
  { until, from, name, first }: { until: string; from: string; name: string; first: number },
): Promise<NearDeal[]> =>
  db.named<NearDeal>(
    'deals-near',
    `SELECT ${shown('d')}, coalesce(m.open_tickets, 0) AS "openTickets"
       FROM deal d LEFT JOIN customer_summary m ON m.customer_id = d.customer_id ${withNames('d')}
      WHERE d.outcome = 'open' AND d.close_date <= $1::date AND d.close_date >= $2::date
      ORDER BY (coalesce(m.open_tickets, 0) > 0) DESC, d.owner_name IS NOT DISTINCT FROM $3 DESC, d.close_date, d.id LIMIT $4::int`,
    [until, from, name, first],
  );
