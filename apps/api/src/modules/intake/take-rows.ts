import { newId } from '#kernel/id';
import type { RowRefusal } from '#modules/house';
import type { Source } from '#modules/sources';
import { isPassingTrouble, type Tx } from '#platform/database';
import type { Known } from './ask-known.ts';
import { insertUnreadables } from './data/unreadable.ts';
import type { FileRow } from './domain/begin-row.ts';
import type { Cause } from './domain/cause.ts';
import type { Effect, TakenOutcome } from './domain/outcome.ts';
import { storable } from './domain/storable-text.ts';
import type { Subjects } from './domain/subjects.ts';
import type { Taking } from './domain/taking.ts';
import type { RowOutcome } from './domain/tried-rows.ts';
import { takeBegun } from './take-in.ts';

/** What became of a row. */
export interface RowResult {
  row: FileRow;
  outcome: RowOutcome;
  customerId?: string;
  /** Why it is whose it is, for the dry run. */
  reasons?: Cause[];
  refusal?: RowRefusal;
}

/** With which import and file rows come. */
export interface RowsOf {
  importId: string;
  fileId: string;
  /** As for `takeIn`. */
  meanwhile?: () => void;
  oweWhatFollows?: boolean;
  known?: Known | undefined;
  onTaken?: (taken: readonly Taking[]) => void;
}

/** What rows tell that can be taken, in order. */
export const takingsOf = (rows: readonly FileRow[]): Taking[] =>
  rows.flatMap(({ begun }) => (Array.isArray(begun) ? begun : []));

/** Takes in a set of rows and keeps those that are rejected, in one transaction. */
export async function takeRows(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  rows: readonly FileRow[],
  { importId, fileId, ...how }: RowsOf,
): Promise<RowResult[]> {
  const outcomes = await takeBegun(tx, subjects, source, takingsOf(rows), {
    importId,
    tellEffects: true,
    ...how,
  });
  const results = rows.map((row): RowResult => {
    if (!Array.isArray(row.begun)) return { row, ...row.begun };
    return { row, ...resultOf(row.begun.map((taking) => outcomes.get(taking)!)) };
  });
  await keepRejected(tx, source.id, fileId, results);
  return results;
}

/**
 * The same when something in the set cannot be recorded, for a reason that shows only in the database: halves the set until the
 * rows that are to blame stand alone and are rejected, and everything else is in.
 */
export async function takeRowsOneByOne(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  rows: readonly FileRow[],
  of: RowsOf,
): Promise<RowResult[]> {
  try {
    return await tx.attempt(() => takeRows(tx, subjects, source, rows, of));
  } catch (error) {
    if (isPassingTrouble(error)) throw error;
    if (rows.length === 1) {
      const message = `This row cannot be recorded: ${(error as Error).message}`.slice(0, 500);
      const results: RowResult[] = [
        { row: rows[0]!, outcome: 'rejected', refusal: { code: 'cannot-record', message } },
      ];
      await keepRejected(tx, source.id, of.fileId, results);
      return results;
    }
    const half = Math.ceil(rows.length / 2);
    const first = await takeRowsOneByOne(tx, subjects, source, rows.slice(0, half), of);
    return [...first, ...(await takeRowsOneByOne(tx, subjects, source, rows.slice(half), of))];
  }
}

const weight: Record<Effect, number> = { unsure: 4, linked: 3, created: 2, updated: 1 };

/** What the signals of one row came to, as one word. */
function resultOf(outcomes: readonly TakenOutcome[]): Omit<RowResult, 'row'> {
  let best: Extract<TakenOutcome, { outcome: 'taken' }> | undefined;
  for (const one of outcomes)
    if (one.outcome === 'taken' && (!best || weight[one.effect] > weight[best.effect])) best = one;
  if (best)
    return {
      outcome: best.effect,
      reasons: best.reasons,
      ...(best.customerId ? { customerId: best.customerId } : {}),
    };
  if (!outcomes.some(({ outcome }) => outcome === 'conflict')) return { outcome: 'unchanged' };
  const message = 'The same event was told before with another content; what was told first stands.';
  return { outcome: 'rejected', refusal: { code: 'conflict', message } };
}

/** Keeps rows that were not taken, with the reason, where they are shown and downloaded. */
export async function keepRejected(
  tx: Tx,
  sourceId: string,
  fileId: string,
  results: readonly RowResult[],
): Promise<void> {
  await insertUnreadables(
    tx,
    results.flatMap(({ row, refusal }) =>
      refusal
        ? [
            {
              id: newId(),
              source_id: sourceId,
              import_file_id: fileId,
              line: row.line,
              raw: storable(row.cells),
              code: refusal.code,
              message: storable(refusal.message) as string,
              ...(refusal.column === undefined ? {} : { column_name: storable(refusal.column) as string }),
            },
          ]
        : [],
    ),
  );
}
