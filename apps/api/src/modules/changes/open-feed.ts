import { type Database, listen } from '#platform/database';
import { changesAfter, endOfFeed } from './data/changes.ts';
import { type Change, changesChannel, type Position } from './domain/change.ts';

/** Reads the feed once for the whole process and hands every change to whoever follows. */
export interface Feed {
  /** Hears every change from now on, in order. Returns how to stop. */
  hear(ear: (changes: readonly Change[]) => void): () => void;
  /** The place up to which everything was handed out. */
  position(): Position;
  close(): Promise<void>;
}

const pageSize = 500;
/** Rings can be lost with the process that rang, so the feed looks for itself this often. */
const lookAgainMs = 1_000;
const heldBackMs = 25;
/** PostgreSQL ends a statement sooner: whoever has not answered by then is at the other end of a broken line. */
const patienceMs = 45_000;

/** What comes of a promise, or a failure when it takes too long; what it brings later, nobody hears. */
async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('PostgreSQL did not answer.')), ms).unref();
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens the feed at its end: one LISTEN connection wakes a cursor over (transaction, id). */
export async function openFeed(database: Database, patience = patienceMs): Promise<Feed> {
  let { position } = await endOfFeed(database);
  const ears = new Set<(changes: readonly Change[]) => void>();
  let reading = false;
  let again = false;
  let closed = false;
  let soon: NodeJS.Timeout | undefined;

  const readOn = async (): Promise<void> => {
    if (reading || closed) {
      again = true;
      return;
    }
    reading = true;
    try {
      do {
        again = false;
        const { changes, heldBack, more } = await within(
          patience,
          changesAfter(database, position, pageSize),
        );
        if (changes.length > 0) {
          position = changes.at(-1)!.position;
          for (const ear of ears) ear(changes);
        }
        if (more) again = true;
        else if (heldBack && !closed) {
          clearTimeout(soon);
          soon = setTimeout(wake, heldBackMs);
        }
      } while (again && !closed);
    } catch {
      // PostgreSQL is away: the next look goes on from the same place.
    } finally {
      reading = false;
    }
  };
  const wake = () => void readOn();
  const listener = await listen(database.url, changesChannel, wake);
  const often = setInterval(wake, lookAgainMs).unref();

  return {
    hear(ear) {
      ears.add(ear);
      return () => ears.delete(ear);
    },
    position: () => position,
    async close() {
      closed = true;
      clearInterval(often);
      clearTimeout(soon);
      ears.clear();
      await listener.close();
    },
  };
}
