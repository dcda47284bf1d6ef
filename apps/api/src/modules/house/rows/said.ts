import type { Signal } from '../signal.ts';

/** What a row says happened: a signal without the id that tells it from all others. */
export type Said = Omit<Signal, 'eventId' | 'at'> & {
  /** When, if the row says so; else it is as old as its file. */
  at?: string | undefined;
};
