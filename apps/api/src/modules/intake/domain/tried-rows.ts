import type { Cause } from './cause.ts';

/** How a row that was accepted or not is counted. */
export const rowOutcomes = [
  'created',
  'updated',
  'linked',
  'unsure',
  'unchanged',
  'skipped',
  'rejected',
] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What one row would do. */
export interface TriedRow {
  /** Which row of its file it is, the first being 1: several rows can stand on one line. */
  position: number;
  line: number;
  outcome: RowOutcome;
  /** Whom it is about, by the name they would have; the id of those only who exist already. */
  customerId: string | null;
  customerName: string | null;
  /** Whom they may be, where that is unsure. */
  otherId: string | null;
  otherName: string | null;
  causes: Cause[];
}

/** Rows of one set that come to the same, as they are kept. */
export interface TriedSet {
  importFileId: string;
  outcome: RowOutcome;
  /** Position of the last row of the set, whatever that came to. */
  setEnd: number;
  rows: Omit<TriedRow, 'outcome'>[];
}

/** A set of rows, as it is kept: those together that come to the same. */
export function packTried(importFileId: string, rows: readonly TriedRow[]): TriedSet[] {
  const setEnd = rows.at(-1)?.position ?? 0;
  const sets = new Map<RowOutcome, TriedSet>();
  for (const { outcome, ...row } of rows) {
    const set = sets.get(outcome) ?? { importFileId, outcome, setEnd, rows: [] };
    set.rows.push(row);
    sets.set(outcome, set);
  }
  return [...sets.values()];
}
