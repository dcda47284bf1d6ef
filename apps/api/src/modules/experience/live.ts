import { groupBy } from '#kernel/batch';
import { holdCustomers } from '#modules/customers';
import type { Manifest } from '#modules/house';
import type { Tx } from '#platform/database';
import { putExperience, usualAround, usualLines } from './data/experience.ts';
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
 * whatever happened in between: late, corrected, merged, split or taken back. `news` are the moments of what has just been told.
 */
export async function live(
  tx: Tx,
  modules: readonly Manifest[],
  customerIds: readonly string[],
  asOf = Date.now(),
  news: readonly Date[] = [],
): Promise<void> {
  const ids = [...new Set(customerIds)].sort();
  const readers = modules.flatMap(({ lived }) => lived ?? []);
  if (ids.length === 0 || readers.length === 0) return;
  holdCustomers(tx, ids);
  // Most of it is known, or has just happened: what was usual then is asked beside it, and the rest when it is known.
  const guess = usualAround(tx, ids, [...new Set(news.map((at) => weekOf(at.getTime())))]);
  const [around, ...answers] = await Promise.all([guess, ...readers.map((read) => read(tx, ids))]);
  const told = gatherLived(answers.flat());
  const weeks = new Set(told.flatMap(({ moments }) => moments.map(({ at }) => weekOf(at.getTime()))));
  const missing = [...weeks].filter((week) => !around.weeks.has(week));
  const guessed = around.lines.filter(({ week }) => weeks.has(week));
  const usual = usualOf([...guessed, ...(missing.length > 0 ? await usualLines(tx, missing) : [])]);
  const byCustomer = groupBy(told, ({ customerId }) => customerId);
  const folded = [...byCustomer.values()].map((lived) => foldExperience(lived, { usual, asOf }));
  await putExperience(
    tx,
    ids,
    folded.flatMap(({ interactions }) => interactions),
    folded.flatMap(({ customer }) => customer ?? []),
  );
}
