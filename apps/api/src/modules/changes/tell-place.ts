import type { Database } from '#platform/database';
import { writeFeedCursor } from './domain/feed-cursor.ts';
import { joinFeed } from './join-feed.ts';

/** Tells where the feed stands. */
export interface PlaceTeller {
  /**
   * A cursor for whoever reads from now on: they see everything that stands before it. Asks nothing of PostgreSQL but the first time;
   * `undefined` while that is away.
   */
  now(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Keeps the feed open from the first question on, so that every answer can say where it was read. */
export function tellPlace(database: Database): PlaceTeller {
  let joined: ReturnType<typeof joinFeed> | undefined;
  return {
    async now() {
      joined ??= joinFeed(database);
      const mine = joined;
      try {
        return writeFeedCursor((await mine).feed.position(), Date.now());
      } catch {
        if (joined === mine) joined = undefined;
        return undefined;
      }
    },
    async close() {
      const mine = joined;
      joined = undefined;
      await mine?.then(
        ({ leave }) => leave(),
        () => undefined,
      );
    },
  };
}
