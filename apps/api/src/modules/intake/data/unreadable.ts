import { type Db, insertRows, write } from '#platform/database';

/** What could not be read, as it is kept: it can be looked at, mended in its source, and replayed. */
export interface UnreadableRow {
  id: string;
  sourceId: string;
  receivedAt: Date;
  importFileId: string | null;
  /** 1-based line of a file. */
  line: number | null;
  /** What its delivery called it, where it does not say so itself. */
  eventId: string | null;
  raw: unknown;
  /** Whether `raw` is what a source posted, in the envelope that it came in: it can be read again. */
  posted: boolean;
  columnName: string | null;
  code: string;
  message: string;
  replayedAt: Date | null;
  /** When somebody put it away as nothing that will ever be read. */
  dismissedAt: Date | null;
}

/** An unreadable thing before it is kept. */
export interface NewUnreadable {
  id: string;
  source_id: string;
  import_file_id?: string;
  line?: number;
  event_id?: string;
  raw: unknown;
  posted?: boolean;
  column_name?: string;
  code: string;
  message: string;
}

const columns = `id, source_id AS "sourceId", received_at AS "receivedAt", import_file_id AS "importFileId", line, event_id AS "eventId", raw, posted,
  column_name AS "columnName", code, message, replayed_at AS "replayedAt", dismissed_at AS "dismissedAt"`;

/** Keeps what could not be read. */
export async function insertUnreadables(db: Db, rows: readonly NewUnreadable[]): Promise<void> {
  await insertRows(
    db,
    'unreadable',
    {
      id: 'uuid',
      source_id: 'uuid',
      import_file_id: 'uuid',
      line: 'bigint',
      event_id: 'text',
      raw: 'jsonb',
      posted: 'boolean',
      column_name: 'text',
      code: 'text',
      message: 'text',
    },
    rows.map((row) => ({ ...row, posted: row.posted ?? false })),
  );
}

/** What sources posted and could not be read, by id, in the order asked. Rejected rows of files are their import's alone. */
export async function unreadablesById(db: Db, ids: readonly string[]): Promise<(UnreadableRow | null)[]> {
  const rows = await db.named<UnreadableRow>(
    'unreadables-by-id',
    `SELECT ${columns} FROM unreadable WHERE id = ANY($1::uuid[]) AND posted`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Where something unread is: it waits for people, or somebody has put it away. */
export type UnreadablePlace = 'waiting' | 'dismissed';

// As the indexes of both say it.
const isIn = {
  waiting: 'posted AND replayed_at IS NULL AND dismissed_at IS NULL',
  dismissed: 'posted AND replayed_at IS NULL AND dismissed_at IS NOT NULL',
} as const satisfies Record<UnreadablePlace, string>;

/** What sources posted, could not be read and is in this place: newest first, one more than asked for. */
export const unreadablesIn = (
  db: Db,
  place: UnreadablePlace,
  first: number,
  afterId: string | null,
): Promise<UnreadableRow[]> =>
  db.named<UnreadableRow>(
    `${place}-unreadables`,
    `SELECT ${columns} FROM unreadable WHERE ${isIn[place]} AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $1`,
    [first + 1, afterId],
  );

/** How many of them there are, at most as many as are counted. */
export async function countUnreadablesIn(db: Db, place: UnreadablePlace, atMost: number): Promise<number> {
  const rows = await db.named<{ n: number }>(
    `count-${place}-unreadables`,
    `SELECT count(*)::int AS n FROM (SELECT FROM unreadable WHERE ${isIn[place]} LIMIT $1) counted`,
    [atMost],
  );
  return rows[0]!.n;
}

/** Puts what waits away, or what was put away back; answers with the ids that it was, in no order. What was read meanwhile stays read. */
export async function moveUnreadables(
  db: Db,
  to: UnreadablePlace,
  ids: readonly string[],
): Promise<string[]> {
  const from = to === 'waiting' ? 'dismissed' : 'waiting';
  const rows = await db.named<{ id: string }>(
    `move-unreadables-${to}`,
    `UPDATE unreadable SET dismissed_at = ${to === 'dismissed' ? 'now()' : 'NULL'} WHERE id = ANY($1::uuid[]) AND ${isIn[from]} RETURNING id`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** The rows of a file that were not taken, by line: one more than asked for. */
export const rejectedRows = (
  db: Db,
  fileId: string,
  first: number,
  after: { line: number; id: string } | null,
): Promise<UnreadableRow[]> =>
  db.named<UnreadableRow>(
    'rejected-rows',
    `SELECT ${columns} FROM unreadable
      WHERE import_file_id = $1 AND ($3::bigint IS NULL OR (line, id) > ($3::bigint, $4::uuid)) ORDER BY line, id LIMIT $2`,
    [fileId, first + 1, after?.line ?? null, after?.id ?? null],
  );

/** Takes what was posted in hand so that nobody replays it at the same time; `null` when it is gone or was replayed. */
export async function lockUnreadable(db: Db, id: string): Promise<UnreadableRow | null> {
  const rows = await db.named<UnreadableRow>(
    'lock-unreadable',
    `SELECT ${columns} FROM unreadable WHERE id = $1 AND posted AND replayed_at IS NULL FOR UPDATE`,
    [id],
  );
  return rows[0] ?? null;
}

/** Notes that an unreadable thing was read after all. */
export async function markReplayed(db: Db, id: string): Promise<void> {
  await write(db, 'mark-replayed', 'UPDATE unreadable SET replayed_at = now() WHERE id = $1', [id]);
}

/** Notes why it cannot be read now: what hindered it first may be mended. */
export async function noteReason(
  db: Db,
  id: string,
  { code, message, column_name }: Pick<NewUnreadable, 'code' | 'message' | 'column_name'>,
): Promise<void> {
  await write(
    db,
    'note-unreadable-reason',
    'UPDATE unreadable SET code = $2, message = $3, column_name = $4 WHERE id = $1',
    [id, code, message, column_name ?? null],
  );
}
