import type { Source } from '#modules/sources';
import type { Tx } from '#platform/database';
import type { Known } from './ask-known.ts';
import { knownSubjects } from './data/signals.ts';
import type { Taking } from './domain/taking.ts';

const nameOf = (kind: string, key: string) => `${kind} ${key}`;

/** Marks, before anything is written, which things of a set are known: what the counts of an import are made of. */
export async function markKnown(
  tx: Tx,
  source: Source,
  set: readonly Taking[],
  asked?: Known,
): Promise<void> {
  const rows =
    asked?.subjects ??
    (await knownSubjects(
      tx,
      source.id,
      set.map(({ signal }) => signal.kind),
      set.map(({ signal }) => signal.subjectKey),
    ));
  const known = new Set(rows.map(({ kind, key }) => nameOf(kind, key)));
  for (const taking of set) {
    const name = nameOf(taking.signal.kind, taking.signal.subjectKey);
    taking.effect = known.has(name) ? 'updated' : 'created';
    known.add(name);
  }
}
