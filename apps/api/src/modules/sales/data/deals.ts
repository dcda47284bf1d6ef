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
  await tx.named('deals-forget', 'DELETE FROM deal WHERE source_id = $1 AND source_key = ANY($2::text[])', [
    sourceId,
    subjectKeys,
  ]);
}

/** Brings deals and orders in these customers' summaries up to date. Values of other currencies than the commonest are left out. */
export async function summariseSales(tx: Tx, customerIds: readonly string[]): Promise<void> {
  await tx.named(
    'sales-summarise',
    `WITH asked AS (SELECT DISTINCT id FROM unnest($1::uuid[]) AS one(id)),
     mine AS (SELECT DISTINCT a.id AS customer_id, p.deal_id FROM asked a JOIN deal_person p ON p.customer_id = a.id),
     money AS (
       SELECT m.customer_id, d.currency, count(*) FILTER (WHERE d.outcome = 'open') AS open,
              coalesce(sum(d.amount) FILTER (WHERE d.outcome = 'open'), 0) AS open_value,
              coalesce(sum(d.amount) FILTER (WHERE d.outcome = 'won'), 0) AS won_value, count(d.amount) AS priced
         FROM mine m JOIN deal d ON d.id = m.deal_id GROUP BY m.customer_id, d.currency),
     told AS (
       SELECT a.id, coalesce(sum(m.open), 0)::int AS open_deals, main.currency,
              coalesce(sum(m.open_value) FILTER (WHERE m.currency IS NOT DISTINCT FROM main.currency), 0) AS open_value,
              coalesce(sum(m.won_value) FILTER (WHERE m.currency IS NOT DISTINCT FROM main.currency), 0) AS won_value,
              (SELECT count(*) FROM sales_order o WHERE o.customer_id = a.id AND o.status <> 'cancelled')::int AS orders
         FROM asked a
         LEFT JOIN LATERAL (SELECT currency FROM money WHERE customer_id = a.id ORDER BY priced DESC, currency NULLS LAST LIMIT 1) main ON true
         LEFT JOIN money m ON m.customer_id = a.id
        GROUP BY a.id, main.currency)
     UPDATE customer_summary s SET open_deals = told.open_deals, open_deal_value = told.open_value, won_value = told.won_value,
            currency = told.currency, orders = told.orders
       FROM told WHERE s.customer_id = told.id
        AND (s.open_deals, s.open_deal_value, s.won_value, s.currency, s.orders)
            IS DISTINCT FROM (told.open_deals, told.open_value, told.won_value, told.currency, told.orders)`,
    [customerIds],
  );
}
