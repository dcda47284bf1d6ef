import type { Source } from '#modules/sources';
import type { Database } from '#platform/database';
import { askKnown, type Known, knownAfter } from './ask-known.ts';
import type { ComingSets } from './coming-sets.ts';
import type { Taking } from './domain/taking.ts';
import { takingsOf } from './take-rows.ts';

/** Asks, on another connection, what is known of the next set of a file while one is recorded. */
export interface AskingAhead {
  /** Reads the next set and asks of it, once for each that is recorded. */
  begin(): void;
  /** What the set that is recorded has brought, which the question could not see. */
  taken(set: readonly Taking[]): void;
  /** The set was recorded in another way than told: the next asks by itself. */
  forget(): void;
  /** What is known of the next set; nothing when it was not asked. Nothing is under way afterwards. */
  known(): Promise<Known | undefined>;
}

export function askAhead(database: Database, source: Source, sets: ComingSets): AskingAhead {
  let asking: Promise<Known | undefined> | undefined;
  let taken: readonly Taking[] | undefined;
  const ask = async (): Promise<Known | undefined> => {
    const rows = await sets.readOn();
    return rows && database.transaction((tx) => askKnown(tx, source, takingsOf(rows)));
  };
  return {
    begin() {
      // Whatever went wrong: the set asks by itself, and whoever reads it hears of its file.
      asking ??= ask().catch(() => undefined);
    },
    taken(set) {
      taken = set;
    },
    forget() {
      taken = undefined;
    },
    async known() {
      const known = await asking;
      const set = taken;
      asking = undefined;
      taken = undefined;
      return known && set && knownAfter(known, set);
    },
  };
}
