import { summarise } from '#modules/customers';
import type { Manifest } from '#modules/house';
import type { Database } from '#platform/database';
import { customersAfter, customersDue } from './data/experience.ts';
import { experienceSummary } from './data/experience-summary.ts';
import { measureValences, measureWaits } from './data/measure-usual.ts';
import { livedSettings } from './domain/settings.ts';
import { live } from './live.ts';

const piece = 500;

/** Folds everybody anew, some at a time, so that nobody waits long. */
async function liveAll(database: Database, modules: readonly Manifest[]): Promise<number> {
  let count = 0;
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await customersAfter(database, after, piece);
    if (ids.length === 0) return count;
    await refresh(database, modules, ids);
    count += ids.length;
    after = ids.at(-1)!;
  }
}

const refresh = (database: Database, modules: readonly Manifest[], ids: readonly string[]): Promise<void> =>
  database.transaction(async (tx) => {
    await live(tx, modules, ids);
    summarise(tx, [experienceSummary], ids);
  });

/**
 * Measures anew what is usual, and weighs what everybody lived against it: first how long people wait, for the wait is part of how it was; then how it was,
 * for that is part of whether it will be remembered. Doing it twice gives the same.
 */
export async function measureExperience(
  database: Database,
  modules: readonly Manifest[],
): Promise<{ customers: number }> {
  const { baselineDays } = livedSettings.memorability;
  await liveAll(database, modules);
  await database.transaction((tx) => measureWaits(tx, baselineDays));
  await liveAll(database, modules);
  await database.transaction((tx) => measureValences(tx, baselineDays));
  return { customers: await liveAll(database, modules) };
}

/** Folds anew those for whom something that was told ahead of its time has happened by now. */
export async function liveWhatIsDue(database: Database, modules: readonly Manifest[]): Promise<number> {
  const ids = await customersDue(database, piece);
  if (ids.length > 0) await refresh(database, modules, ids);
  return ids.length;
}
