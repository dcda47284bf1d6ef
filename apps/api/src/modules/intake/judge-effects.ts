import type { Source } from '#modules/sources';
import type { Tx } from '#platform/database';
import { knownSubjects, recordsInDoubt } from './data/signals.ts';
import type { Taking } from './domain/taking.ts';

const nameOf = (kind: string, key: string) => `${kind} ${key}`;

/** Marks, before anything is written, which things of a set are known: what the counts of an import are made of. */
export async function markKnown(tx: Tx, source: Source, set: readonly Taking[]): Promise<void> {
  const rows = await knownSubjects(
    tx,
    source.id,
    set.map(({ signal }) => signal.kind),
    set.map(({ signal }) => signal.subjectKey),
  );
  const known = new Set(rows.map(({ kind, key }) => nameOf(kind, key)));
  for (const taking of set) {
    const name = nameOf(taking.signal.kind, taking.signal.subjectKey);
    taking.effect = known.has(name) ? 'updated' : 'created';
    known.add(name);
  }
}

/**
 * Says, after identity, which new things were joined to somebody known and which may be somebody known. Ids grow with
 * time, so whatever is greater than `marker` was made by this set.
 */
export async function judgeEffects(tx: Tx, set: readonly Taking[], marker: string): Promise<void> {
  const fresh = set.filter(
    ({ effect, located }) =>
      effect === 'created' && located?.sourceRecordId !== undefined && located.sourceRecordId > marker,
  );
  if (fresh.length === 0) return;
  const doubtful = await recordsInDoubt(
    tx,
    fresh.map(({ located }) => located!.sourceRecordId!),
  );
  for (const taking of fresh) {
    const { customerId, sourceRecordId } = taking.located!;
    if (customerId !== undefined && customerId < marker) taking.effect = 'linked';
    else if (doubtful.has(sourceRecordId!)) taking.effect = 'unsure';
  }
}
