import type { Db } from '#platform/database';
import type { CustomerSummary } from '../domain/summary.ts';
import { memoryColumns } from './memory-columns.ts';

/** The summary of each customer, in the order asked. */
export async function summariesByCustomer(
  db: Db,
  customerIds: readonly string[],
): Promise<(CustomerSummary | null)[]> {
  const rows = await db.named<CustomerSummary>(
    'customers-summaries-by-id',
    `SELECT customer_id AS "customerId", company_id AS "companyId", company_name AS "companyName", stage, open_deals AS "openDeals",
       open_deal_value AS "openDealValue", won_value AS "wonValue", currency, orders, open_tickets AS "openTickets", tickets,
       email_consent AS "emailConsent", last_interaction_at AS "lastInteractionAt", last_interaction_kind AS "lastInteractionKind",
       last_department AS "lastDepartment", ${Object.entries(memoryColumns('customer_summary'))
         .map(([name, sql]) => `${sql} AS "${name}"`)
         .join(', ')}
      FROM customer_summary WHERE customer_id = ANY($1::uuid[])`,
    [customerIds],
  );
  const found = new Map(rows.map((row) => [row.customerId, row]));
  return customerIds.map((id) => found.get(id) ?? null);
}
