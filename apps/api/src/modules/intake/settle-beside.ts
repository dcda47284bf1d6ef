import type { Database } from '#platform/database';
import { nextPatience, SettledBefore, shortestPatienceMs } from './domain/patience.ts';
import type { Subjects } from './domain/subjects.ts';
import { settleOwed, settleSome } from './settle-owed.ts';

/** Sets after which it is settled without waiting longer: what is owed must not grow without end. */
const setsEnough = 60;
/** Sets that may be ahead of what follows from them while it is brought about. */
const setsAheadAtMost = 100;

/** Settles what an import owes beside it, while the next sets are recorded. */
export interface SettlingBeside {
  /** A set has been recorded: settles when it is time, and keeps who records from running away. Throws what settling failed of. */
  recorded(): Promise<void>;
  /** Settles all that is owed. */
  settled(): Promise<void>;
  /** Waits until nothing is under way. */
  calm(): Promise<void>;
}

export function settleBeside(database: Database, subjects: Subjects, stopped: () => boolean): SettlingBeside {
  const before = new SettledBefore();
  let patienceMs = shortestPatienceMs;
  let waiting = 0;
  let since = Date.now();
  let underWay: Promise<void> | undefined;
  let failure: { error: unknown } | undefined;
  const begin = () => {
    waiting = 0;
    since = Date.now();
    underWay = settleSome(database, subjects, stopped)
      .then(
        (customerIds) => {
          patienceMs = nextPatience(patienceMs, {
            settled: customerIds.length,
            again: before.note(customerIds),
          });
        },
        (error) => {
          failure = { error };
        },
      )
      .then(() => {
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
      } else if (waiting >= setsEnough || Date.now() - since > patienceMs) begin();
    },
    async settled() {
      await calm();
      waiting = 0;
      await settleOwed(database, subjects, stopped);
      since = Date.now();
    },
  };
}
