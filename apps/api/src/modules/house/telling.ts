import type { NewFact, NewTimelineEntry, Recorded } from './recorder.ts';
import type { LocatedPerson } from './signal.ts';

/** What there is to tell of a thing, before it is said to whom. */
export interface Telling {
  entries: Omit<NewTimelineEntry, 'customerId' | 'sourceRecordId' | 'signalId'>[];
  facts: Pick<NewFact, 'factKey' | 'at' | 'kind'>[];
}

/** Tells the same to each of these people. */
export function tellTo(
  people: Iterable<LocatedPerson>,
  signalId: string | null,
  telling: Telling,
  recorded: Recorded,
): void {
  for (const { customerId, sourceRecordId } of people) {
    // What is copied comes last: members added to a copy cost a hundred times as much.
    const toldOf = <Told>(told: Told) =>
      signalId ? { customerId, sourceRecordId, signalId, ...told } : { customerId, sourceRecordId, ...told };
    for (const entry of telling.entries) recorded.entries.push(toldOf(entry));
    for (const fact of telling.facts) recorded.facts.push(toldOf(fact));
  }
}

/** A thing of a source, as a key of a map: the same thing has the same key. */
export const thingKey = (sourceId: string, sourceKey: string): string => `${sourceId} ${sourceKey}`;

/** The people a located signal concerns, the main one first. */
export function peopleOf(located: {
  customerId?: string;
  sourceRecordId?: string;
  others?: LocatedPerson[];
}): LocatedPerson[] {
  const { customerId, sourceRecordId, others = [] } = located;
  return customerId && sourceRecordId ? [{ customerId, sourceRecordId }, ...others] : others;
}

/** The time that stands for "nobody told us yet": a row made on the fly has it, so that any word of its source is newer. */
export const untold = new Date(0);
