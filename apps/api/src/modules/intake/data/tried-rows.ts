import { type Db, insertRows, write } from '#platform/database';
import type { RowOutcome, TriedRow, TriedSet } from '../domain/tried-rows.ts';

/** Keeps what a dry run told of rows. */
export async function insertTried(db: Db, sets: readonly TriedSet[]): Promise<void> {
  await insertRows(
    db,
    'tried_rows',
    { import_file_id: 'uuid', outcome: 'text', set_end: 'bigint', rows: 'json' },
    sets.map(({ importFileId, outcome, setEnd, rows }) => ({
      import_file_id: importFileId,
      outcome,
      set_end: setEnd,
      rows,
    })),
  );
}

/** At most so many sets of a kind are unpacked for a page: each has a row of it, but the first, which may be read to its end. Never part of a set. */
const page = (alike: string) => `
  SELECT s.outcome, r.value AS row
    FROM (SELECT outcome, set_end, rows FROM tried_rows
           WHERE import_file_id = $1 ${alike} AND set_end > $2 ORDER BY set_end FETCH FIRST ($3 + 1) ROWS WITH TIES) s
   CROSS JOIN LATERAL json_array_elements(s.rows) r
   WHERE (r.value->>'position')::bigint > $2
   ORDER BY s.set_end, (r.value->>'position')::bigint LIMIT $3`;

/** What a dry run told of the rows of a file, in their order: all, or those that come to one thing. One more than asked for. */
export async function triedRows(
  db: Db,
  fileId: string,
  { outcome, first, after }: { outcome: RowOutcome | null; first: number; after: number },
): Promise<TriedRow[]> {
  type Kept = { outcome: RowOutcome; row: Omit<TriedRow, 'outcome'> };
  const of = [fileId, after, first + 1];
  const rows = outcome
    ? await db.named<Kept>('tried-rows-of-one-kind', page('AND outcome = $4'), [...of, outcome])
    : await db.named<Kept>('tried-rows', page(''), of);
  return rows.map((kept) => ({ ...kept.row, outcome: kept.outcome }));
}

/** Forgets what was told of the rows of a file, those that were rejected included: before it is read again from its beginning. */
export async function forgetRows(db: Db, fileId: string): Promise<void> {
  await write(db, 'delete-rejected', 'DELETE FROM unreadable WHERE import_file_id = $1', [fileId]);
  await forgetTried(db, fileId);
}

/** Forgets what a dry run told of the rows of a file: what they did is known, or nobody wants them. */
export async function forgetTried(db: Db, fileId: string): Promise<void> {
  await write(db, 'delete-tried-rows', 'DELETE FROM tried_rows WHERE import_file_id = $1', [fileId]);
}
