import type { Tx } from '#platform/database';

const finishing = new WeakMap<Tx, () => Promise<void>>();

/**
 * Says that in this transaction several sets of signals follow each other so closely that one is identified and recorded while what follows
 * from those before it (stage, experience, summary) is still being written. `earlier` ends when that is done.
 */
export function layEarlierSets(tx: Tx, earlier: () => Promise<void>): void {
  finishing.set(tx, earlier);
}

/**
 * For whoever, while a set is identified and recorded, needs what follows from earlier ones (somebody's stage, the summary), or takes
 * away what that is written to (moves records): waits until it is there.
 */
export const untilEarlierSetsAreDone = async (tx: Tx): Promise<void> => {
  await finishing.get(tx)?.();
};
