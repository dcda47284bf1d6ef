import { groupBy } from '#kernel/batch';
import { type Located, type Moved, peopleOf, type Recorded, tellWhoeverHasIt } from '#modules/house';
import { handOver, type Source } from '#modules/sources';
import type { Tx } from '#platform/database';
import type { Subjects } from './domain/subjects.ts';
import type { Taking } from './domain/taking.ts';

/**
 * Asks, beside what identity asks first, what the subject needs to record a set: behind all that identity writes, PostgreSQL would be waited
 * for once more. Only of a set of one kind: in any other, subjects that come before may change the answer.
 */
export function askAhead(
  tx: Tx,
  { kinds }: Subjects,
  source: Source,
  set: readonly Taking[],
): Promise<unknown> | undefined {
  const kind = set[0]!.signal.kind;
  if (set.some(({ signal }) => signal.kind !== kind)) return undefined;
  const asked = kinds.get(kind)?.askAhead?.(
    tx,
    set.map(({ signal }) => ({ signal, sourceId: source.id })),
  );
  // Whoever takes the answer hears what went wrong; perhaps nobody does.
  asked?.catch(() => undefined);
  return asked;
}

/**
 * Lets each subject record the signals of its kinds. Kinds go in the order of the manifests, so that a set comes to the
 * same however it was cut; within a kind, signals keep their order. `kindsOf` says of whom something changed, and what; `standAnew`,
 * who may stand elsewhere on the journey because something was theirs, or is now. `asked` is what was asked ahead of a
 * set of one kind.
 */
export async function record(
  tx: Tx,
  subjects: Subjects,
  located: readonly Located[],
  asked?: Promise<unknown>,
): Promise<Pick<Recorded, 'entries' | 'facts'> & { kindsOf: Map<string, Set<string>>; standAnew: string[] }> {
  const byKind = groupBy(located, ({ signal }) => signal.kind);
  const all = { entries: [], facts: [], moved: [] as Moved[] } satisfies Recorded as Required<
    Omit<Recorded, 'concerned'>
  >;
  const kindsOf = new Map<string, Set<string>>();
  const note = (customerId: string, kind: string) => {
    const kinds = kindsOf.get(customerId);
    if (kinds) kinds.add(kind);
    else kindsOf.set(customerId, new Set([kind]));
  };
  for (const [kind, subject] of subjects.kinds) {
    const items = byKind.get(kind);
    if (!items) continue;
    const { entries, facts, concerned = [], moved = [] } = await subject.record(tx, items, asked);
    for (const entry of entries) all.entries.push(entry);
    for (const fact of facts) all.facts.push(fact);
    for (const one of moved) {
      all.moved.push(one);
      note(one.from.customerId, kind);
      note(one.to.customerId, kind);
    }
    for (const item of items) for (const { customerId } of peopleOf(item)) note(customerId, kind);
    for (const customerId of concerned) note(customerId, kind);
  }
  const told = tellWhoeverHasIt(all);
  await handOver(tx, 'timeline_entry', told.moved);
  await handOver(tx, 'fact', told.moved);
  const had = all.moved.flatMap(({ from, to }) => [from.customerId, to.customerId]);
  return {
    entries: told.entries,
    facts: told.facts,
    kindsOf,
    standAnew: [...had, ...told.facts.map(({ customerId }) => customerId)],
  };
}
