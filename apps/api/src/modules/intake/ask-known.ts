import type { Source } from '#modules/sources';
import type { Db } from '#platform/database';
import { type KnownSignal, knownSignals, knownSubjects } from './data/signals.ts';
import type { Taking } from './domain/taking.ts';

/** What is known of signals, and of the things they tell of, before they are taken in. */
export interface Known {
  signals: readonly KnownSignal[];
  subjects: readonly { kind: string; key: string }[];
}

/** Asks what is known of a set. */
export async function askKnown(db: Db, source: Source, set: readonly Taking[]): Promise<Known> {
  const [signals, subjects] = await Promise.all([
    knownSignals(
      db,
      source.id,
      set.map(({ signal }) => signal.eventId),
    ),
    knownSubjects(
      db,
      source.id,
      set.map(({ signal }) => signal.kind),
      set.map(({ signal }) => signal.subjectKey),
    ),
  ]);
  return { signals, subjects };
}

/** The same after a set of the same source has been taken in beside the question. */
export const knownAfter = ({ signals, subjects }: Known, taken: readonly Taking[]): Known => ({
  // What the database says comes last, and so counts.
  signals: [
    ...taken.map(({ signal, signalId, hash }) => ({ id: signalId, eventId: signal.eventId, hash })),
    ...signals,
  ],
  subjects: [...subjects, ...taken.map(({ signal }) => ({ kind: signal.kind, key: signal.subjectKey }))],
});
