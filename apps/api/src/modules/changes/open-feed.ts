import { type Database, listen } from '#platform/database';
import { changesAfter, changesBefore, endOfFeed, hasBegun } from './data/changes.ts';
import { type Change, changesChannel, comparePositions, type Position } from './domain/change.ts';
import { keepChanges } from './kept-changes.ts';

/** Reads the feed once for the whole process and hands every change to whoever follows. */
export interface Feed {
  /** Hears every change from now on, in order. Returns how to stop. */
  hear(ear: (changes: readonly Change[]) => void): () => void;
  /** The place up to which everything was handed out. */
  position(): Position;
  /** What was handed out after a place, up to now; `undefined` when that is too much to tell, or the place is none of this database. */
  since(place: Position): Promise<Change[] | undefined>;
  close(): Promise<void>;
}

const pageSize = 500;
/** So many changes are kept for whoever comes back; a page that missed more is read afresh. */
const keptAtLeast = 10_000;
const theBeginning: Position = { xid: '0', id: 0 };
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
  const kept = keepChanges(position, keptAtLeast);
  let older: Promise<void> | undefined;
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
          kept.keep(changes);
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

  // After a restart many come back at once to places from before: what they missed is read once for all of them.
  const readOlder = async (): Promise<void> => {
    const before = kept.from();
    const changes = await changesBefore(database, before, keptAtLeast);
    // Some were given up meanwhile: there would be a hole.
    if (kept.from() !== before) return;
    if (changes.length < keptAtLeast) kept.keepOlder(changes, theBeginning);
    else kept.keepOlder(changes.slice(1), changes[0]!.position);
  };

  return {
    hear(ear) {
      ears.add(ear);
      return () => ears.delete(ear);
    },
    position: () => position,
    async since(place) {
      const known = kept.after(place);
      if (!known) {
        older ??= readOlder().catch((error) => {
          older = undefined;
          throw error;
        });
        await older;
        return kept.after(place);
      }
      // Another process may be further on than this one.
      if (comparePositions(place, position) > 0 && !(await hasBegun(database, place.xid))) return undefined;
      return known;
    },
    async close() {
      closed = true;
      clearInterval(often);
      clearTimeout(soon);
      ears.clear();
      await listener.close();
    },
  };
}
