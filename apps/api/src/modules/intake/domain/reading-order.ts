import type { Source } from '#modules/sources';
import type { ImportFile } from './import.ts';
import type { PackedSet } from './packed-set.ts';

/** What a thread that reads is asked to read, as plain values. */
export interface ReadingOrder {
  file: Pick<ImportFile, 'name' | 'storedPath' | 'reading'>;
  /** Name of the format. */
  format: string;
  source: Pick<Source, 'timeZone'>;
  /** Of each kind of signal that is understood here: whether it concerns a person. */
  kinds: [kind: string, concernsPerson: boolean][];
  from: number;
  size: number;
}

/** What is said to a thread: to read a file, or that a set was taken and one more may be read. */
export type ToReader = { read: ReadingOrder } | 'more';

/** What a thread says: a set, that the file is at its end, or why it cannot be read: trouble of the file, or of the program. */
export type FromReader = { set: PackedSet } | 'end' | { trouble: string; isOfFile: boolean };

/** Sets that are read before somebody takes them: what a file of any size may hold of memory. */
export const setsAhead = 2;
