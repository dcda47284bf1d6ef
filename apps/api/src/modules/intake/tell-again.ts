import { groupBy } from '#kernel/batch';
import { peopleOf, type Signal } from '#modules/house';
import { identify, moveRulesOf } from '#modules/identity';
import { advance } from '#modules/journey';
import { sourcesById } from '#modules/sources';
import { tell } from '#modules/timeline';
import type { Tx } from '#platform/database';
import { hangSignals, type KeptSignal, keptSignals } from './data/undone-signals.ts';
import type { Subjects } from './domain/subjects.ts';
import { record } from './record.ts';

/** A kept signal in the envelope in which it came. */
const signalOf = ({ body, kind, eventId, subjectKey, at }: KeptSignal): Signal => ({
  kind,
  eventId,
  subjectKey,
  at: at.toISOString(),
  ...(body as Pick<Signal, 'person' | 'others' | 'companies' | 'body'>),
});

/** Tells the house again what it was told before, after something beside it was taken back. Returns whom it concerns. */
export async function tellAgain(tx: Tx, subjects: Subjects, ids: readonly string[]): Promise<string[]> {
  const concerned = new Set<string>();
  const bySource = groupBy(await keptSignals(tx, ids), ({ sourceId }) => sourceId);
  for (const [sourceId, kept] of bySource) {
    const [source] = await sourcesById(tx, [sourceId]);
    if (!source) continue;
    const { located, changed } = await identify(
      tx,
      source,
      kept.map((one) => ({
        signal: signalOf(one),
        signalId: one.id,
        ...(one.importId ? { importId: one.importId } : {}),
      })),
      moveRulesOf(subjects.modules),
    );
    const { entries, facts, kindsOf, standAnew } = await record(tx, subjects, located);
    await tell(tx, entries);
    const people = located.flatMap((one) => peopleOf(one).map(({ customerId }) => customerId));
    await advance(tx, facts, [...standAnew, ...people, ...changed]);
    await hangSignals(
      tx,
      located.map(({ signalId, sourceRecordId }) => ({ signalId, recordId: sourceRecordId })),
    );
    for (const customerId of [...kindsOf.keys(), ...changed]) concerned.add(customerId);
  }
  return [...concerned];
}
