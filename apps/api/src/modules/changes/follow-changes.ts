import type { Database } from '#platform/database';
import { changesAfter } from './data/changes.ts';
import { type Change, comparePositions, type Position } from './domain/change.ts';
import { type Feed, openFeed } from './open-feed.ts';

/** At most this many changes wait for a slow reader; one that falls behind further reads them from the table. */
const queueAtMost = 1_000;
const catchUpPage = 500;

interface Shared {
  feed: Promise<Feed>;
  readers: number;
}

// One feed for a pool, opened for its first reader and closed after its last.
const shared = new WeakMap<object, Shared>();

async function join(database: Database): Promise<{ feed: Feed; leave: () => Promise<void> }> {
  let mine = shared.get(database.pool);
  if (!mine) {
    mine = { feed: openFeed(database), readers: 0 };
    shared.set(database.pool, mine);
  }
  const ours = mine;
  ours.readers += 1;
  const leave = async () => {
    ours.readers -= 1;
    if (ours.readers > 0) return;
    if (shared.get(database.pool) === ours) shared.delete(database.pool);
    await (await ours.feed).close();
  };
  try {
    return { feed: await ours.feed, leave };
  } catch (error) {
    if (shared.get(database.pool) === ours) shared.delete(database.pool);
    throw error;
  }
}

/**
 * Every change that `wanted` lets through, from now on or from a place in the feed: none is missed, none comes twice, those of
 * one transaction stay in order. Ends when the reader leaves (`return`), also while it waits.
 */
export function followChanges(
  database: Database,
  wanted: (change: Change) => boolean,
  after?: Position,
): AsyncIterableIterator<Change> {
  const reader = { gone: false, wake: () => {} };
  const changes = read(database, wanted, after, reader);
  return {
    next: () => changes.next(),
    return: () => {
      reader.gone = true;
      reader.wake();
      return changes.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* read(
  database: Database,
  wanted: (change: Change) => boolean,
  after: Position | undefined,
  reader: { gone: boolean; wake: () => void },
): AsyncGenerator<Change, void, undefined> {
  const { feed, leave } = await join(database);
  let queue: Change[] = [];
  let behind = after !== undefined;
  let last: Position = after ?? feed.position();
  const stop = feed.hear((changes) => {
    if (behind) return;
    for (const change of changes) queue.push(change);
    if (queue.length > queueAtMost) {
      queue = [];
      behind = true;
    }
    reader.wake();
  });
  try {
    while (!reader.gone) {
      while (behind) {
        // From here on the ear gathers again; what both see is dropped below by its place.
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
      if (queue.length === 0 && !behind && !reader.gone)
        await new Promise<void>((resolve) => {
          reader.wake = resolve;
        });
    }
  } finally {
    stop();
    await leave();
  }
}
