import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db } from '#platform/database';
import type { Deal } from '../domain/deal.ts';
import type { DealOutcome } from '../domain/read-pipeline-signal.ts';
import { DealEntity } from './deal.entity.ts';

/** A deal as the graph shows it: with the names of its pipeline, stage and source. */
export type ShownDeal = Deal & { pipelineName: string | null; sourceName: string };

const shown = `${columnsOf(DealEntity, 'd').replace('d.stage_name AS "stageName"', 'coalesce(g.name, d.stage_name) AS "stageName"')},
  p.name AS "pipelineName", s.name AS "sourceName"`;
const withNames = `LEFT JOIN pipeline p ON p.id = d.pipeline_id LEFT JOIN pipeline_stage g ON g.id = d.stage_id JOIN source s ON s.id = d.source_id`;

/** Open deals first, by the day they should close; then closed ones, newest first. */
export const dealOrder = (deal: string): string =>
  `(${deal}.outcome <> 'open'), CASE WHEN ${deal}.outcome = 'open' THEN ${deal}.close_date END, ${deal}.closed_at DESC NULLS LAST, ${deal}.id`;

/** Which deals are somebody's: those that a customer is on, and those that are with a company. */
export const dealsOf = {
  customer: (deal: string, id: string) =>
    `${deal}.id IN (SELECT deal_id FROM deal_person m WHERE m.customer_id = ${id})`,
  company: (deal: string, id: string) => `${deal}.company_id = ${id}`,
} as const;

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
    `SELECT asked.place::int AS place, ${shown}
       FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS asked(id, outcome, place)
      CROSS JOIN LATERAL (
        SELECT o.* FROM deal o
         WHERE ${dealsOf[whose]('o', 'asked.id')}
           AND (asked.outcome IS NULL OR o.outcome = asked.outcome)
         ORDER BY ${dealOrder('o')} LIMIT ${limit}) d
      ${withNames}
      ORDER BY asked.place, ${dealOrder('d')}`,
    [keys.map((key) => key.id), keys.map((key) => key.outcome)],
  );
  return inPlaces(rows, keys.length).map((list, place) => list.slice(0, keys[place]!.first));
}

/** Deals by id, in the order asked. */
export async function dealsById(db: Db, ids: readonly string[]): Promise<(ShownDeal | null)[]> {
  const rows = await db.named<ShownDeal>(
    'deals-by-id',
    `SELECT ${shown} FROM deal d ${withNames} WHERE d.id = ANY($1::uuid[])`,
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
    `SELECT ${shown}, coalesce(m.open_tickets, 0) AS "openTickets"
       FROM deal d LEFT JOIN customer_summary m ON m.customer_id = d.customer_id ${withNames}
      WHERE d.outcome = 'open' AND d.close_date <= $1::date AND d.close_date >= $2::date
      ORDER BY (coalesce(m.open_tickets, 0) > 0) DESC, d.owner_name IS NOT DISTINCT FROM $3 DESC, d.close_date, d.id LIMIT $4::int`,
    [until, from, name, first],
  );
