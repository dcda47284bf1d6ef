import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import { type AddRefusal, objectionTo } from './add-customer.ts';
import { holdStill } from './data/locks.ts';
import { tagsOfRecords } from './data/steward.ts';
import type { Statement } from './domain/statement.ts';
import { changeTags } from './domain/tags.ts';
import { sayAsSteward } from './say-as-steward.ts';

/** What a person here knows better than every source. Nothing said changes nothing; null or blank takes the correction back. */
export interface Correction {
  fullName?: string | null;
  jobTitle?: string | null;
  language?: string | null;
  country?: string | null;
  city?: string | null;
  ownerName?: string | null;
  email?: string | null;
  phone?: string | null;
}

const single = ['fullName', 'jobTitle', 'language', 'country', 'city', 'ownerName'] as const;

/** Corrects what is known of a customer: the correction is pinned before every source, and can be taken back. */
export async function correctCustomer(
  tx: Tx,
  customerId: string,
  correction: Correction,
): Promise<
  Result<{ customerId: string }, AddRefusal | { code: 'CUSTOMER_MISSING'; message: string; field: string }>
> {
  const objection = objectionTo(correction);
  if (objection) return refuse(objection);
  const said = await sayAsSteward(tx, [customerId], () => statementOfCorrection(correction));
  const live = said.get(customerId);
  return live
    ? accept({ customerId: live })
    : refuse({ code: 'CUSTOMER_MISSING', message: 'Nobody has this id.', field: 'id' });
}

/** Says who looks after these customers; `null` leaves it to what the sources say. */
export const assignOwner = (
  tx: Tx,
  customerIds: readonly string[],
  ownerName: string | null,
): Promise<Map<string, string>> => sayAsSteward(tx, customerIds, () => statementOfCorrection({ ownerName }));

/** Puts tags on customers and takes others off, also those that a source gave. */
export async function tagCustomers(
  tx: Tx,
  customerIds: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): Promise<Map<string, string>> {
  await holdStill(tx);
  const others = await tagsOfRecords(tx, customerIds);
  return sayAsSteward(tx, customerIds, ({ recordId, customerId, current }): Statement => {
    const said = others.filter((one) => one.customerId === customerId && one.recordId !== recordId);
    const before = { tags: current.tags ?? [], removed: current.values.removedTags?.split('\n') ?? [] };
    const { tags, removed } = changeTags(before, new Set(said.flatMap((one) => one.tags)), { add, remove });
    const forgets = [
      ...(tags.length === 0 ? ['tags'] : []),
      ...(removed.length === 0 ? ['removedTags'] : []),
    ];
    return {
      values: removed.length > 0 ? { removedTags: removed.join('\n') } : {},
      ...(tags.length > 0 ? { tags } : {}),
      ...(forgets.length > 0 ? { forgets } : {}),
    };
  });
}

function statementOfCorrection(correction: Correction): Statement {
  const statement: Statement = { values: {} };
  const forgets: string[] = [];
  for (const attribute of single) {
    const value = correction[attribute];
    if (value === undefined) continue;
    if (value?.trim()) statement.values[attribute] = value.trim();
    else forgets.push(attribute);
  }
  if (correction.email?.trim()) statement.emails = [correction.email.trim()];
  else if (correction.email !== undefined) forgets.push('emails');
  if (correction.phone?.trim()) statement.phones = [correction.phone.trim()];
  else if (correction.phone !== undefined) forgets.push('phones');
  if (forgets.length > 0) statement.forgets = forgets;
  return statement;
}
