import { groupBy } from '#kernel/batch';
import type { Located, Recorded } from '#modules/house';
import type { Tx } from '#platform/database';
import type { Subjects } from './domain/subjects.ts';

/**
 * Lets each subject record the signals of its kinds. Kinds go in the order of the manifests, so that a set comes to the
 * same however it was cut; within a kind, signals keep their order.
 */
export async function record(tx: Tx, subjects: Subjects, located: readonly Located[]): Promise<Recorded> {
  const byKind = groupBy(located, ({ signal }) => signal.kind);
  const all: Recorded = { entries: [], facts: [] };
  for (const [kind, subject] of subjects.kinds) {
    const items = byKind.get(kind);
    if (!items) continue;
    const { entries, facts } = await subject.record(tx, items);
    for (const entry of entries) all.entries.push(entry);
    for (const fact of facts) all.facts.push(fact);
  }
  return all;
}
