import { groupBy } from '#kernel/batch';
import { type Located, peopleOf, type Recorded } from '#modules/house';
import type { Tx } from '#platform/database';
import type { Subjects } from './domain/subjects.ts';

/**
 * Lets each subject record the signals of its kinds. Kinds go in the order of the manifests, so that a set comes to the
 * same however it was cut; within a kind, signals keep their order. `kindsOf` says of whom something changed, and what.
 */
export async function record(
  tx: Tx,
  subjects: Subjects,
  located: readonly Located[],
): Promise<Recorded & { kindsOf: Map<string, Set<string>> }> {
  const byKind = groupBy(located, ({ signal }) => signal.kind);
  const all: Recorded = { entries: [], facts: [] };
  const kindsOf = new Map<string, Set<string>>();
  const note = (customerId: string, kind: string) => {
    const kinds = kindsOf.get(customerId);
    if (kinds) kinds.add(kind);
    else kindsOf.set(customerId, new Set([kind]));
  };
  for (const [kind, subject] of subjects.kinds) {
    const items = byKind.get(kind);
    if (!items) continue;
    const { entries, facts, concerned = [] } = await subject.record(tx, items);
    for (const entry of entries) all.entries.push(entry);
    for (const fact of facts) all.facts.push(fact);
    for (const item of items) for (const { customerId } of peopleOf(item)) note(customerId, kind);
    for (const customerId of concerned) note(customerId, kind);
  }
  return { ...all, kindsOf };
}
