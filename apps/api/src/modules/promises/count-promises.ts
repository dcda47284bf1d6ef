import { groupBy } from '#kernel/batch';
import type { Db } from '#platform/database';
import { type PromiseSearch, promisesToCount } from './data/promises.ts';
import { type PromisesKept, promisesKept } from './domain/promises-kept.ts';

/** Promises kept on one channel; `channel` is `null` where nobody said, and for all of them together. */
export interface ChannelPromises extends PromisesKept {
  channel: string | null;
}

/** How many promises were kept, all together and by channel, with Wilson's interval; overruns in hours. */
export async function countPromises(
  db: Db,
  search: PromiseSearch,
  asOf: Date,
): Promise<{ all: PromisesKept; channels: ChannelPromises[] }> {
  const rows = (await promisesToCount(db, search)).map((row) => ({
    channel: row.channel,
    promised: {
      id: row.id,
      due: row.dueAt.getTime() / 3_600_000,
      done: row.doneAt ? row.doneAt.getTime() / 3_600_000 : null,
      cancelled: row.withdrawnAt !== null,
    },
  }));
  const now = asOf.getTime() / 3_600_000;
  const count = (some: typeof rows) =>
    promisesKept(
      some.map(({ promised }) => promised),
      now,
    );
  return {
    all: count(rows),
    channels: [...groupBy(rows, ({ channel }) => channel)]
      .map(([channel, some]) => ({ channel, ...count(some) }))
      .sort((a, b) => b.kept + b.broken - (a.kept + a.broken)),
  };
}
