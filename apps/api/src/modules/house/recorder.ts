import type { ZodType } from 'zod';
import type { Tx } from '#platform/database';
import type { Located, LocatedPerson } from './signal.ts';

/** The departments that see the same customer. */
export type Department = 'sales' | 'marketing' | 'support';

/** One sentence for the customer's timeline. */
export interface NewTimelineEntry {
  /** Says which happening this is (`ticket-opened:<ticket id>`); telling it again replaces it, never doubles it. */
  entryKey: string;
  customerId: string;
  sourceRecordId: string;
  signalId?: string;
  at: Date;
  department: Department;
  /** A small word in kebab-case: `ticket-opened`, `deal-moved`, `mail-clicked`. */
  kind: string;
  /** One sentence, at most 200 characters. */
  title: string;
  /** More, at most 500 characters. */
  detail?: string;
  /** What it is about: GraphQL type name and id. */
  subjectType?: string;
  subjectId?: string;
  /** Who did it, when not the customer. */
  actorName?: string;
  /** Values before and after, for changes. */
  change?: { field: string; before: string | null; after: string | null };
}

/** The small word a subject gives the journey. */
export interface NewFact {
  factKey: string;
  customerId: string;
  sourceRecordId: string;
  signalId?: string;
  at: Date;
  kind: FactKind;
}

/** Facts the default journey understands. */
export type FactKind =
  | 'lead-created'
  | 'content-consumed'
  | 'deal-opened'
  | 'deal-won'
  | 'deal-lost'
  | 'order-placed'
  | 'order-returned'
  | 'product-used'
  | 'ticket-opened'
  | 'ticket-solved'
  | 'referral-made'
  | 'review-written';

/** A thing that turned out to be somebody else's: what was told of it to whoever had it goes along. */
export interface Moved {
  from: LocatedPerson;
  to: LocatedPerson;
  /** What the keys of its lines and facts are, alone or with a moment behind: `order-placed order:7`. */
  keys: readonly string[];
  /** What all its lines are about, whatever their keys; `null` where other things have lines about the same. */
  about: { type: string; id: string } | null;
}

/** What recording a set of signals has to tell the customer's timeline and journey. */
export interface Recorded {
  entries: NewTimelineEntry[];
  facts: NewFact[];
  /** Customers of whom something changed though the signal did not name them: a webhook that says only "ticket 7 is solved". */
  concerned?: string[];
  /** Things that are somebody else's than before, in the order in which that was said. */
  moved?: Moved[];
}

/**
 * Writes a set of signals of one kind, in the order given, with a number of statements that does not depend on the size
 * of the set. Recording the same thing twice gives the same rows; an older value never overwrites a newer one
 * (compare `Located.at` with the row's `observed_at`).
 */
export type Recorder<Body, Asked = unknown> = (
  tx: Tx,
  items: Located<Body>[],
  asked?: Promise<Asked>,
) => Promise<Recorded>;

/** A signal of which nobody has said yet whose it is. */
export type Told<Body = unknown> = Pick<Located<Body>, 'signal' | 'sourceId'>;

/** A kind of signal and the subject's way with it. */
export interface SignalKind<Body = unknown, Asked = unknown> {
  kind: string;
  description: string;
  schema: ZodType<Body>;
  /** Whether the signal makes no sense without a person. */
  concernsPerson: boolean;
  record: Recorder<Body, Asked>;
  /**
   * Asks (and locks) what `record` needs and what does not depend on whose the signals are: of a set of this kind alone it is asked
   * before identity writes, and handed to `record`, which else asks by itself.
   */
  askAhead?: (tx: Tx, told: readonly Told<Body>[]) => Promise<Asked>;
  /**
   * Takes back what the named things (subject keys) of one source left behind, before the signals that remain are
   * recorded again: how an import is undone. Called while the signals to forget are still in table `signal`. Answers with
   * customers of whom something changed though no signal about these things names them.
   */
  forget?: (tx: Tx, sourceId: string, subjectKeys: string[]) => Promise<readonly string[] | undefined>;
}
