import type { PersonClaim } from './claims.ts';
import type { Match, Reason } from './domain/resolve.ts';
import type { Current, Statement } from './domain/statement.ts';
import type { KnownRecord } from './known-record.ts';

/** What became of one signal's person. */
export interface Verdict {
  record: KnownRecord;
  outcome: 'created' | 'linked' | 'unsure' | 'updated' | 'unchanged';
  reasons: Reason[];
}

/** A record that leaves a customer for another one. */
export interface Move {
  record: KnownRecord;
  from: string;
  to: string;
  decisionId: string;
}

/** The kinds of decisions that identity takes by itself, or that a source takes. */
export type UnseenKind = 'auto-link' | 'auto-merge' | 'auto-split' | 'source-merge';

/** A decision taken without a person. */
export interface UnseenDecision {
  id: string;
  kind: UnseenKind;
  recordIds: string[];
  customerIds: string[];
  reasons: Reason[];
  /** How likely the two that decided it are one person, 0 to 1. */
  probability?: number;
  /** The signal that led to it; `null` for what a person here said by hand, and for a run over everybody. */
  signalId: string | null;
}

/** Everything that deciding about a set of signals wants written. */
export interface PeoplePlan {
  verdicts: Map<PersonClaim, Verdict>;
  newCustomers: Set<string>;
  newRecords: KnownRecord[];
  changedRecords: Set<KnownRecord>;
  versions: { id: string; recordId: string; signalId: string | null; at: string; statement: Statement }[];
  decisions: UnseenDecision[];
  memberships: {
    id: string;
    recordId: string;
    customerId: string;
    cause: string;
    decisionId: string | null;
    closed: boolean;
  }[];
  moves: Move[];
  /** Customers of whom no record is left, and where their ids lead from now on. */
  left: Map<string, { to: string; decisionId: string }>;
  /** Cases to raise, or to bring up to date, by the id of the case. */
  doubts: Map<string, { id: string; recordId: string; match: Match }>;
  /** Cases that are none any more. */
  droppedDoubts: Set<string>;
  /** Records of which a source has said that they are one person. */
  together: { recordIds: string[]; decisionId: string }[];
  dirtyCustomers: Set<string>;
  /** The records of customers as they were when a signal of the set had been decided about: what is kept of those that are left later on. */
  lastSeen: Map<string, { record: KnownRecord; current: Current }[]>;
}

/** A plan that wants nothing. */
export const emptyPlan = (): PeoplePlan => ({
  verdicts: new Map(),
  newCustomers: new Set(),
  newRecords: [],
  changedRecords: new Set(),
  versions: [],
  decisions: [],
  memberships: [],
  moves: [],
  left: new Map(),
  doubts: new Map(),
  droppedDoubts: new Set(),
  together: [],
  dirtyCustomers: new Set(),
  lastSeen: new Map(),
});

/** Whether a plan moves records that others may be writing to at this moment. */
export const movesOthers = (plan: PeoplePlan): boolean => plan.moves.some(({ record }) => !record.isNew);

/** Of records of a plan: whether what they say is different from before, and not only whose they are or when they said it. */
export function saidSomethingElse(plan: PeoplePlan): (record: KnownRecord) => boolean {
  const told = new Set(plan.versions.map(({ recordId }) => recordId));
  return ({ recordId }) => told.has(recordId);
}
