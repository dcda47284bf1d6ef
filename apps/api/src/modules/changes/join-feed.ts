import type { Database } from '#platform/database';
import { type Feed, openFeed } from './open-feed.ts';

interface Shared {
  feed: Promise<Feed>;
  readers: number;
}

// One feed for a pool, opened for its first reader and closed after its last.
const shared = new WeakMap<object, Shared>();

/** The one feed of this process, and how to leave it. */
export async function joinFeed(database: Database): Promise<{ feed: Feed; leave: () => Promise<void> }> {
  let mine = shared.get(database.pool);
  if (!mine) {
    mine = { feed: openFeed(database), readers: 0 };
    shared.set(database.pool, mine);
  }
  const ours = mine;
  ours.readers += 1;
  let left = false;
  const leave = async () => {
    if (left) return;
    left = true;
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
