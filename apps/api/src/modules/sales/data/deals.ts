import type { SummaryPart } from '#modules/house';
import { lockRows, newerReplaces, putRows, type Tx } from '#platform/database';
import type { Deal, DealPerson } from '../domain/deal.ts';
import { DealEntity } from './deal.entity.ts';
import { DealPersonEntity } from './deal-person.entity.ts';

/** The deals with these keys, locked until the transaction ends. */
export const lockDeals = (tx: Tx, keys: readonly Pick<Deal, 'sourceId' | 'sourceKey'>[]): Promise<Deal[]> =>
  lockRows(tx, DealEntity, ['sourceId', 'sourceKey'], keys);

/** The people of these deals. */
export const peopleOfDeals = (tx: Tx, dealIds: readonly string[]): Promise<DealPerson[]> =>
  tx.named<DealPerson>(
    'deal-people',
    `SELECT deal_id AS "dealId", source_record_id AS "sourceRecordId", customer_id AS "customerId", is_main AS "isMain"
       FROM deal_person WHERE deal_id = ANY($1::uuid[]) ORDER BY deal_id, is_main DESC, source_record_id`,
    [dealIds],
  );

/** Writes deals as they now are. */
export async function putDeals(tx: Tx, deals: readonly Deal[]): Promise<void> {
  await putRows(tx, DealEntity, deals, newerReplaces(DealEntity, ['sourceId', 'sourceKey']));
}

/** Writes who deals are with. The id of a deal that somebody else made at the same moment is found by its key. */
export async function putDealPeople(tx: Tx, people: readonly DealPerson[]): Promise<void> {
  await putRows(
    tx,
    DealPersonEntity,
    people,
    'ON CONFLICT (deal_id, source_record_id) DO UPDATE SET customer_id = excluded.customer_id, is_main = excluded.is_main',
  );
}

/** Takes deals back, with the people on them. */
export async function deleteDeals(tx: Tx, sourceId: string, subjectKeys: readonly string[]): Promise<void> {
  tx.later('deals-forget', 'DELETE FROM deal WHERE source_id = $1 AND source_key = ANY($2::text[])', [
    sourceId,
    subjectKeys,
  ]);
}

/** What a customer's deals and orders come to. Values of other currencies than the commonest are left out. */
export const salesSummary: SummaryPart = {
  columns: ['open_deals', 'open_deal_value', 'won_value', 'currency', 'orders'],
  from: `SELECT coalesce(sum(m.open), 0)::int AS open_deals, coalesce(sum(m.open_value) FILTER (WHERE m.place = 1), 0) AS open_deal_value,
                coalesce(sum(m.won_value) FILTER (WHERE m.place = 1), 0) AS won_value, max(m.currency) FILTER (WHERE m.place = 1) AS currency,
                (SELECT count(*) FROM sales_order o WHERE o.customer_id = asked.id AND o.status <> 'cancelled')::int AS orders
           FROM (SELECT d.currency, count(*) FILTER (WHERE d.outcome = 'open') AS open,
                        coalesce(sum(d.amount) FILTER (WHERE d.outcome = 'open'), 0) AS open_value,
                        coalesce(sum(d.amount) FILTER (WHERE d.outcome = 'won'), 0) AS won_value,
                        row_number() OVER (ORDER BY count(d.amount) DESC, d.currency NULLS LAST) AS place
                   FROM (SELECT DISTINCT p.deal_id FROM (SELECT p.deal_id FROM deal_person p WHERE p.customer_id = asked.id OFFSET 0) p) mine
                   JOIN deal d ON d.id = mine.deal_id GROUP BY d.currency) m
          -- Most customers have no deal: nothing is gathered for them.
          WHERE (SELECT true FROM deal_person p WHERE p.customer_id = asked.id LIMIT 1)`,
};
