import type { SaidWord } from './read-ticket-signal.ts';

/** What stands in a field of one's own: a text or a chosen option, a number, a day (`YYYY-MM-DD`), yes or no, several options. */
export type FieldValue = string | number | boolean | string[];

/** What stands in the fields of one ticket, by key. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** The last word of other systems for each field, as they wrote it. */
export type FieldWords = Readonly<Record<string, SaidWord>>;

/** Whether two values are the same. */
export const isSameValue = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
