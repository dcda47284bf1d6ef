import { inPieces } from '#kernel/batch';
import { keepWhoseRecordsAre } from '#modules/identity';
import type { Database } from '#platform/database';
import { deleteOwed, type Owed, owedNow } from './data/owed.ts';
import type { Subjects } from './domain/subjects.ts';
import { follow, sideBySide } from './follow.ts';

/** Customers in one transaction: whoever tells of one of them waits for it, a twentieth of a second or so. */
const customersAtOnce = 250;
/** Transactions at once: while PostgreSQL writes what follows for some customers and reads of others, the program folds. */
const lanes = 3;
/** Rows at once: what many sets told of one customer is folded once. */
const rowsAtOnce = 200;

/**
 * Brings about, in transactions of its own, what follows from the oldest sets of which it is owed. Answers for whom; for nobody when it was stopped.
 * Struck out when the last of their customers is done, so that an end in the middle loses nothing: it is done again, which comes to the same.
 */
export async function settleSome(
  database: Database,
  subjects: Subjects,
  stopped: () => boolean = () => false,
): Promise<string[]> {
  const owed = await owedNow(database, rowsAtOnce);
  const settled = await bringAbout(database, subjects, owed, stopped);
  if (owed.length === 0 || stopped()) return [];
  await database.transaction(async (tx) =>
    deleteOwed(
      tx,
      owed.map(({ id }) => id),
    ),
  );
  return settled;
}

/** Brings about what is owed here, and leaves it owed. Answers for whom. */
export async function bringAbout(
  database: Database,
  subjects: Subjects,
  owed: readonly Owed[],
  stopped: () => boolean = () => false,
): Promise<string[]> {
  const kindsOf = gather(owed);
  const anew = new Set(owed.flatMap(({ standsAnew, customerIds }) => (standsAnew ? customerIds : [])));
  const kinds = new Set(owed.flatMap((one) => one.kinds));
  // In one order everywhere, so that two who settle meet in a queue. Who fails or is stopped takes the rest from the other, too.
  const pieces = inPieces([...kindsOf.keys()].sort(), customersAtOnce);
  const settle = async () => {
    for (const ids of pieces) {
      if (stopped()) return;
      await database.transaction(async (tx) => {
        keepWhoseRecordsAre(tx);
        const some = { kindsOf: new Map(ids.map((id) => [id, kindsOf.get(id)!])), kinds };
        const standing = { ...some, standAnew: ids.filter((id) => anew.has(id)) };
        await follow(tx, subjects, standing, { maybeWithout: true });
      });
    }
  };
  await sideBySide(Array.from({ length: lanes }, settle));
  return [...kindsOf.keys()];
}

/** Settles until nothing is owed. */
export async function settleOwed(
  database: Database,
  subjects: Subjects,
  stopped?: () => boolean,
): Promise<void> {
  while ((await settleSome(database, subjects, stopped)).length > 0);
}

/** Of whom which kinds of news are owed: few kinds of many customers, who therefore share them. */
function gather(owed: readonly Owed[]): Map<string, ReadonlySet<string>> {
  const kindsOf = new Map<string, ReadonlySet<string>>();
  const shared = new Map<string, ReadonlySet<string>>();
  const oneOf = (kinds: Iterable<string>): ReadonlySet<string> => {
    const ordered = [...new Set(kinds)].sort();
    const words = ordered.join(' ');
    const one = shared.get(words) ?? new Set(ordered);
    shared.set(words, one);
    return one;
  };
  for (const { customerIds, kinds } of owed) {
    const withThese = new Map<ReadonlySet<string> | undefined, ReadonlySet<string>>();
    for (const id of customerIds) {
      const known = kindsOf.get(id);
      const all = withThese.get(known) ?? oneOf([...(known ?? []), ...kinds]);
      withThese.set(known, all);
      if (all !== known) kindsOf.set(id, all);
    }
  }
  return kindsOf;
}
