import type { RowRefusalCode } from '#modules/house';
import type { Cause } from './cause.ts';

/** Why something that was told cannot be taken. */
export interface Unreadable {
  /** For programs: `bad-json`, `bad-envelope`, `unknown-kind`, `bad-body`, `bad-text`, `missing-person`. */
  code: RowRefusalCode;
  /** For people, naming the field. */
  message: string;
  /** The field that is wrong: `body.status`. */
  path?: string;
}

/** What became of one signal. */
export type TakenOutcome =
  /** It acted, and is kept for good. */
  | {
      outcome: 'taken';
      signalId: string;
      customerId?: string;
      sourceRecordId?: string;
      effect: Effect;
      reasons: Cause[];
    }
  /** The same was told before; nothing happened. */
  | { outcome: 'duplicate'; signalId: string }
  /** The same event id was told before with another content; the first stands. */
  | { outcome: 'conflict'; signalId: string }
  | ({ outcome: 'unreadable' } & Unreadable);

/** What a signal did, as a dry run counts it. */
export type Effect =
  /** A thing nobody told of before. */
  | 'created'
  /** A thing that was known. */
  | 'updated'
  /** A new record of a person who was known from another one. */
  | 'linked'
  /** A new person who may be somebody we know: a doubt waits for a decision. */
  | 'unsure';
