import type { Database } from '#platform/database';
import type { Subjects } from './domain/subjects.ts';
import { settleOwed, settleSome } from './settle-owed.ts';

/** Sets that are worth settling: a customer whom several of them tell of is folded once. */
const setsWorthwhile = 20;
/** How long somebody who looks on waits for what follows. */
const patienceMs = 2_000;
/** Sets that may be ahead of what follows from them. */
const setsAheadAtMost = 100;

/** Settles what an import owes beside it, while the next sets are recorded. */
export interface SettlingBeside {
  /** A set has been recorded: settles when there is enough, and keeps who records from running away. Throws what settling failed of. */
  recorded(): Promise<void>;
  /** Settles all that is owed. */
  settled(): Promise<void>;
  /** Waits until nothing is under way. */
  calm(): Promise<void>;
}

export function settleBeside(database: Database, subjects: Subjects, stopped: () => boolean): SettlingBeside {
  let waiting = 0;
  let since = Date.now();
  let underWay: Promise<void> | undefined;
  let failure: { error: unknown } | undefined;
  const begin = () => {
    waiting = 0;
    underWay = settleSome(database, subjects, stopped)
      .then(
        () => undefined,
        (error) => {
          failure = { error };
        },
      )
      .then(() => {
        since = Date.now();
        underWay = undefined;
      });
  };
  const calm = async () => {
    await underWay;
    if (failure) throw failure.error;
  };
  return {
    calm,
    async recorded() {
      waiting += 1;
      if (failure) throw failure.error;
      if (underWay) {
        if (waiting >= setsAheadAtMost) await calm();
      } else if (waiting >= setsWorthwhile || Date.now() - since > patienceMs) begin();
    },
    async settled() {
      await calm();
      waiting = 0;
      await settleOwed(database, subjects, stopped);
      since = Date.now();
    },
  };
}
