import type { Database } from '#platform/database';
import { owedOf } from './data/owed.ts';
import type { Subjects } from './domain/subjects.ts';
import { bringAbout } from './settle-owed.ts';

/** How long at most what is owed of somebody who is watched waits to be seen. While nothing is imported, it is a look at an empty table. */
const lookMs = 1_000;

/** The customers whom people watch in this process. */
interface Watch {
  /** How many watch each. */
  readonly watchers: Map<string, number>;
  /** Rows of what is owed in which all of them were looked for already. */
  lookedAt: readonly number[];
  timer: NodeJS.Timeout | undefined;
  looking: boolean;
  again: boolean;
}

const watches = new WeakMap<object, Watch>();

/**
 * Brings about soon what imports owe of a customer, for as long as somebody watches them: who looks at a page must not see the stage of a quarter
 * of a minute ago. It is done beside the import, in whatever process that runs, and stays owed: done twice it comes to the same. Returns how to stop.
 */
export function settleWatched(database: Database, subjects: Subjects, customerId: string): () => void {
  const watch = watches.get(database.pool) ?? beginWatch();
  watches.set(database.pool, watch);
  watch.watchers.set(customerId, (watch.watchers.get(customerId) ?? 0) + 1);
  // Of whoever comes now nothing was looked at yet.
  watch.lookedAt = [];
  const look = () => void lookAround(database, subjects, watch);
  watch.timer ??= setInterval(look, lookMs).unref();
  look();
  let stopped = false;
  return () => {
    if (stopped) return;
    stopped = true;
    const left = watch.watchers.get(customerId)! - 1;
    if (left > 0) watch.watchers.set(customerId, left);
    else watch.watchers.delete(customerId);
    if (watch.watchers.size > 0) return;
    clearInterval(watch.timer);
    watch.timer = undefined;
  };
}

const beginWatch = (): Watch => ({
  watchers: new Map(),
  lookedAt: [],
  timer: undefined,
  looking: false,
  again: false,
});

async function lookAround(database: Database, subjects: Subjects, watch: Watch): Promise<void> {
  watch.again = watch.looking;
  if (watch.looking) return;
  watch.looking = true;
  try {
    do {
      watch.again = false;
      const { lookedAt } = watch;
      const owed = await owedOf(database, [...watch.watchers.keys()], lookedAt);
      // Somebody came meanwhile: what they look for is looked for once more, in all of it.
      if (watch.lookedAt === lookedAt) watch.lookedAt = owed.map(({ id }) => id);
      await bringAbout(
        database,
        subjects,
        owed.filter(({ customerIds }) => customerIds.length > 0),
      );
    } while (watch.again && watch.watchers.size > 0);
  } catch {
    // It stays owed, and whoever settles the import says what is wrong.
  } finally {
    watch.looking = false;
  }
}
