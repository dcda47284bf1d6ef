import type { Tx } from '#platform/database';
import { insertChanges } from './data/changes.ts';
import { changesChannel } from './domain/change.ts';

/** Says, inside the writing transaction, which customers changed and how; whoever watches is woken after the commit. */
export async function announce(
  tx: Tx,
  customerIds: readonly string[],
  kinds: readonly string[],
): Promise<void> {
  await announceEach(tx, new Map([...new Set(customerIds)].map((id) => [id, new Set(kinds)])));
}

/** The same for many customers with kinds of their own, in one statement. */
export async function announceEach(tx: Tx, kindsOf: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
  if (kindsOf.size === 0) return;
  await insertChanges(tx, kindsOf);
  tx.ring(changesChannel);
}
