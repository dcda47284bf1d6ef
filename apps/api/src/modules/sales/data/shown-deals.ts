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

/** Whose deals, of which outcome, and how many. */
export interface DealsKey {
  customerId: string;
  outcome: DealOutcome | null;
  first: number;
}

/** The deals that each customer is on. */
export async function dealsByCustomer(db: Db, keys: readonly DealsKey[]): Promise<ShownDeal[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<ShownDeal & { place: number }>(
    `deals-by-customer-${limit}`,
    `SELECT asked.place::int AS place, ${shown}
       FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS asked(customer, outcome, place)
      CROSS JOIN LATERAL (
        SELECT o.* FROM deal o
         WHERE o.id IN (SELECT deal_id FROM deal_person m WHERE m.customer_id = asked.customer)
           AND (asked.outcome IS NULL OR o.outcome = asked.outcome)
         ORDER BY ${dealOrder('o')} LIMIT ${limit}) d
      ${withNames}
      ORDER BY asked.place, ${dealOrder('d')}`,
    [keys.map((key) => key.customerId), keys.map((key) => key.outcome)],
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
