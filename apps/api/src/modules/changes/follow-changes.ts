import type { Database } from '#platform/database';
import { changesAfter } from './data/changes.ts';
import { type Change, comparePositions, type Position } from './domain/change.ts';
import { toldOnce } from './domain/told-once.ts';
import { joinFeed } from './join-feed.ts';

/** At most this many changes wait for a slow reader; one that falls behind further reads them from the table. */
const queueAtMost = 1_000;
const catchUpPage = 500;

/** Where somebody left off, and how many customers they want to be told of one by one. */
export interface LeftOff {
  after: Position;
  atMost?: number;
}

/**
 * Every change that `wanted` lets through: from the moment on at which this promise is kept, or from a place in the feed. None is
 * missed, none comes twice, those of one transaction stay in order; of what was missed before, each customer is told once. `too-far` when
 * that is more than is told one by one. Ends when the reader leaves (`return`), also while it waits.
 */
export async function followChanges(
  database: Database,
  wanted: (change: Change) => boolean,
  from?: LeftOff,
): Promise<AsyncIterableIterator<Change> | 'too-far'> {
  const { feed, leave } = await joinFeed(database);
  let queue: Change[] = [];
  let last: Position = from?.after ?? feed.position();
  let behind = false;
  let gone = false;
  let wake = () => {};
  const stop = feed.hear((changes) => {
    if (behind) return;
    for (const change of changes) queue.push(change);
    if (queue.length > queueAtMost) {
      queue = [];
      behind = true;
    }
    wake();
  });
  const end = async () => {
    gone = true;
    wake();
    stop();
    await leave();
  };

  let missed: Change[] = [];
  if (from) {
    // The ear hears already: what both see is dropped below by its place.
    const since = await feed.since(from.after).catch(async (error) => {
      await end();
      throw error;
    });
    missed = toldOnce(since?.filter(wanted) ?? []);
    if (!since || missed.length > (from.atMost ?? Number.POSITIVE_INFINITY)) {
      await end();
      return 'too-far';
    }
    last = since.at(-1)?.position ?? last;
  }

  async function* read(): AsyncGenerator<Change, void, undefined> {
    try {
      yield* missed;
      while (!gone) {
        while (behind) {
          // From here on the ear gathers again.
          behind = false;
          for (let more = true; more; ) {
            const page = await changesAfter(database, last, catchUpPage);
            more = page.more;
            for (const change of page.changes) {
              last = change.position;
              if (wanted(change)) yield change;
            }
          }
        }
        const ready = queue;
        queue = [];
        for (const change of ready) {
          if (comparePositions(change.position, last) <= 0) continue;
          last = change.position;
          if (wanted(change)) yield change;
        }
        if (queue.length === 0 && !behind && !gone)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      await end();
    }
  }
  const changes = read();
  const reader: AsyncIterableIterator<Change> = {
    next: () => changes.next(),
    async return() {
      // What never began has nothing to end by itself.
      await end();
      return changes.return();
    },
    [Symbol.asyncIterator]: () => reader,
  };
  return reader;
}
