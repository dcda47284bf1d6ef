import { groupBy } from '#kernel/batch';
import { updateCustomers, writeSummaries } from '#modules/customers';
import type { Tx } from '#platform/database';
import { recordsOfCustomers } from './data/read-people.ts';
import { chooseGolden } from './domain/golden.ts';
import { type CustomerRow, rowOf } from './golden-rows.ts';

/** Chooses the golden values of these customers anew from all their records, and writes them with their part of the summary. */
export async function refreshCustomers(tx: Tx, customerIds: readonly string[]): Promise<CustomerRow[]> {
  const records = groupBy(await recordsOfCustomers(tx, customerIds), ({ customerId }) => customerId);
  const rows = [...records].map(([id, witnesses]) => rowOf(id, chooseGolden(witnesses)));
  await updateCustomers(tx, rows);
  await writeSummaries(tx, rows);
  return rows;
}
