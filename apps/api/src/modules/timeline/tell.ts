import { newId } from '#kernel/id';
import type { NewTimelineEntry } from '#modules/house';
import type { Tx } from '#platform/database';
import {
  deleteEntriesAbout,
  deleteEntriesByKey,
  deleteEntriesOf,
  putEntries,
} from './data/timeline-entries.ts';
import { readEntries } from './domain/timeline-entry.ts';

/** Tells what happened, one sentence each. Telling the same happening again replaces its sentence. */
export const tell = (tx: Tx, entries: readonly NewTimelineEntry[]): Promise<void> =>
  putEntries(tx, readEntries(entries, newId));

/**
 * Takes back everything that the signals about these things told, while the signals are still remembered: what remains
 * true is told again when the signals that remain are recorded again.
 */
export const untell = (
  tx: Tx,
  sourceId: string,
  kind: string,
  subjectKeys: readonly string[],
): Promise<void> => deleteEntriesOf(tx, sourceId, kind, subjectKeys);

/** Takes back single entries that somebody told in Ancora itself, such as the line of a note that was removed. */
export const untellEntries = (
  tx: Tx,
  entryKeys: readonly string[],
  sourceRecordIds: readonly string[],
): Promise<void> => deleteEntriesByKey(tx, entryKeys, sourceRecordIds);

/** Takes back all that these records' timelines say of these things. */
export const untellSubjects = (
  tx: Tx,
  subjectType: string,
  subjectIds: readonly string[],
  sourceRecordIds: readonly string[],
): Promise<void> => deleteEntriesAbout(tx, subjectType, subjectIds, sourceRecordIds);
