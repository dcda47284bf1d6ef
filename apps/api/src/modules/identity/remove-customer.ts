import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import { removeEmptyCompanies } from './data/forgetting.ts';
import { lockEverybody } from './data/locks.ts';
import { lockCustomers } from './data/merging.ts';
import { recordsOfCustomers } from './data/read-people.ts';
import { companiesOf, deleteCustomer, forgetOwnCompanies, isMerged, whatHolds } from './data/removing.ts';
import { stewardSystem } from './domain/golden.ts';
import type { MoveRules } from './move-rules.ts';
import { stewardSource } from './steward-records.ts';

/** Why a customer is not removed. */
export interface RemoveRefusal {
  code: 'CUSTOMER_MISSING' | 'TOLD_BY_SOURCE' | 'MERGED_BEFORE' | 'SOMETHING_HAPPENED';
  message: string;
  field: 'id';
}

const no = (code: RemoveRefusal['code'], message: string) =>
  refuse<RemoveRefusal>({ code, message, field: 'id' });

/**
 * Takes away a customer who was added by hand by mistake, with the notes and tasks that we wrote about them. Whoever a source
 * knows would come back with its next word, and what happened is not undone by forgetting with whom: both are refused.
 */
export async function removeCustomer(
  tx: Tx,
  id: string,
  { ownWords = [] }: MoveRules,
): Promise<Result<{ customerId: string }, RemoveRefusal>> {
  await lockEverybody(tx);
  const [customer] = await lockCustomers(tx, [id]);
  if (!customer) return no('CUSTOMER_MISSING', 'Nobody has this id.');
  if (await isMerged(tx, id))
    return no('MERGED_BEFORE', 'This customer was joined with another one: separate the two first.');
  const others = (await recordsOfCustomers(tx, [id])).filter(
    ({ sourceSystem }) => sourceSystem !== stewardSystem,
  );
  if (others.length > 0) {
    const names = [...new Set(others.map(({ sourceName }) => sourceName))].join(', ');
    return no(
      'TOLD_BY_SOURCE',
      `Another system knows this customer, too (${names}), and would bring them back: merge them with whoever they are, or undo the import that brought them.`,
    );
  }
  if (await whatHolds(tx, id, ownWords))
    return no(
      'SOMETHING_HAPPENED',
      'Something happened with this customer, which would lose whom it happened with: merge them with whom it was.',
    );
  const companies = await companiesOf(tx, id);
  await deleteCustomer(tx, id, ownWords);
  await forgetOwnCompanies(tx, companies, (await stewardSource(tx)).id);
  await removeEmptyCompanies(tx, companies);
  return accept({ customerId: id });
}
