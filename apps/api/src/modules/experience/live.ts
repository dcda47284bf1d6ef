import { groupBy } from '#kernel/batch';
import type { Manifest } from '#modules/house';
import type { Tx } from '#platform/database';
import { holdCustomers, putExperience, usualLines } from './data/experience.ts';
import { foldExperience } from './domain/fold-experience.ts';
import { gatherLived } from './domain/gather-lived.ts';
import { usualOf, weekOf } from './domain/usual.ts';

/** Whether signals of these kinds can change what somebody lived. */
export const concernsExperience = (
  modules: readonly Manifest[],
  kinds: ReadonlySet<string> | 'any',
): boolean =>
  kinds === 'any' ||
  modules.some(({ lived, signals = [] }) => lived && signals.some(({ kind }) => kinds.has(kind)));

/**
 * Folds anew what these customers lived, from what every subject that has something to tell says of them now. The same life gives the same rows,
 * whatever happened in between: late, corrected, merged, split or taken back.
 */
export async function live(
  tx: Tx,
  modules: readonly Manifest[],
  customerIds: readonly string[],
  asOf = Date.now(),
): Promise<void> {
  const ids = [...new Set(customerIds)].sort();
  const readers = modules.flatMap(({ lived }) => lived ?? []);
  if (ids.length === 0 || readers.length === 0) return;
  holdCustomers(tx, ids);
  const told = gatherLived((await Promise.all(readers.map((read) => read(tx, ids)))).flat());
  const weeks = new Set(told.flatMap(({ moments }) => moments.map(({ at }) => weekOf(at.getTime()))));
  const usual = usualOf(weeks.size > 0 ? await usualLines(tx, [...weeks]) : []);
  const byCustomer = groupBy(told, ({ customerId }) => customerId);
  const folded = [...byCustomer.values()].map((lived) => foldExperience(lived, { usual, asOf }));
  await putExperience(
    tx,
    ids,
    folded.flatMap(({ interactions }) => interactions),
    folded.flatMap(({ customer }) => customer ?? []),
  );
}
