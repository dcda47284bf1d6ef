import type { Source } from '#modules/sources';
import { type Database, hasLostDatabase } from '#platform/database';
import type { ReadItem } from './domain/read-foreign.ts';
import type { Subjects } from './domain/subjects.ts';
import { type LineBounds, type Waiting, WaitingLine } from './domain/waiting-line.ts';
import { type ItemOutcome, takeDelivery } from './take-delivery.ts';

/**
 * Two sets, for as many sources: one slow source does not hold up the others. So many signals in a set that its transaction costs each of
 * them little, and so few that who comes next does not wait long. What waits at most is a few seconds' work, and bounds what is held in memory.
 */
const doorBounds: LineBounds = { setWeight: 32, waitingWeight: 2_000, sets: 2 };

/** This many bytes weigh as much as one signal. */
const bytesPerSignal = 64 * 1024;

/** The door for deliveries that need no transaction of their own. */
export interface CommonDoor {
  /**
   * Takes in what a delivery held and answers when it is committed. `full` when too much waits already: nothing was taken. `bytes` is how much
   * it holds in memory until then.
   */
  take(source: Source, items: readonly ReadItem[], bytes?: number): Promise<ItemOutcome[] | 'full'>;
}

interface Delivery extends Waiting {
  source: Source;
  items: readonly ReadItem[];
  answer(outcomes: ItemOutcome[]): void;
  fail(error: unknown): void;
}

/**
 * Opens the door where deliveries go in together: while one set is under way, what arrives waits and goes with the next, in one
 * transaction. When it is quiet a set is one delivery, which waits for nobody. A set that fails is halved until what is at fault stands alone.
 */
export function openCommonDoor(
  database: Database,
  subjects: Subjects,
  { bounds = doorBounds, noteSet }: { bounds?: LineBounds; noteSet?: (deliveries: number) => void } = {},
): CommonDoor {
  const line = new WaitingLine<Delivery>(bounds);
  let isLooking = false;

  async function takeSet(set: readonly Delivery[]): Promise<void> {
    const { source } = set[0]!;
    let outcomes: ItemOutcome[];
    try {
      const items = set.flatMap((delivery) => delivery.items);
      outcomes = await database.transaction((tx) =>
        takeDelivery(tx, subjects, source, items, { posted: true }),
      );
    } catch (error) {
      if (set.length === 1 || hasLostDatabase(error)) {
        for (const delivery of set) delivery.fail(error);
        return;
      }
      const half = set.length >> 1;
      await takeSet(set.slice(0, half));
      await takeSet(set.slice(half));
      return;
    }
    let from = 0;
    for (const { items, answer } of set) {
      answer(outcomes.slice(from, from + items.length));
      from += items.length;
    }
  }

  function look(): void {
    isLooking = false;
    for (let set = line.next(); set; set = line.next()) {
      const { sourceId } = set[0]!;
      noteSet?.(set.length);
      void takeSet(set).then(() => {
        line.done(sourceId);
        lookSoon();
      });
    }
  }

  /** At the end of this turn of the event loop: what arrived in the same turn goes together. */
  function lookSoon(): void {
    if (isLooking) return;
    isLooking = true;
    setImmediate(look);
  }

  return {
    take: (source, items, bytes = 0) =>
      new Promise((resolve, reject) => {
        const signals = items.reduce((sum, item) => sum + ('signals' in item ? item.signals.length : 1), 0);
        const weight = Math.max(1, signals, Math.ceil(bytes / bytesPerSignal));
        const isIn = line.join({ sourceId: source.id, weight, source, items, answer: resolve, fail: reject });
        if (isIn) lookSoon();
        else resolve('full');
      }),
  };
}
