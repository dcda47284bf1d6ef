import type { Signal } from '../signal.ts';
import type { SkipCode } from './skip.ts';

/** What a row says happened: a signal without the id that tells it from all others. */
export type Said = Omit<Signal, 'eventId' | 'at'> & {
  /** When, if the row says so; else it is as old as its file. */
  at?: string | undefined;
};

/** A row that is understood and says nothing to keep, with the reason; it completes "This row …". */
export interface Skipped {
  skipped: string;
  /** The reason for programs, with what it is about. */
  code: SkipCode;
  values: Record<string, string>;
}
