import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, type OwnerBefore, ownerBefore, putRows, type Tx } from '#platform/database';
import { orderSql, type PagedRows, type PageKey, pagesByParent, type WithCursor } from '#platform/pages';
import type { Note } from '../domain/note.ts';
import { NoteEntity } from './note.entity.ts';

/** Writes notes; an older version never overwrites a newer. Answers with those that stand now as given. */
export const putNotes = (
  tx: Tx,
  notes: readonly Note[],
): Promise<(Pick<Note, 'id' | 'sourceId' | 'sourceKey'> & OwnerBefore)[]> =>
  putRows(
    tx,
    NoteEntity,
    notes,
    `ON CONFLICT (source_id, source_key) DO UPDATE SET customer_id = excluded.customer_id,
       source_record_id = excluded.source_record_id, body = excluded.body,
       department = coalesce(excluded.department, note.department), for_department_only = excluded.for_department_only,
       author_name = coalesce(excluded.author_name, note.author_name), at = excluded.at, signal_id = excluded.signal_id
     WHERE excluded.at >= note.at
     RETURNING id, source_id AS "sourceId", source_key AS "sourceKey", ${ownerBefore('note')}`,
  );

/** Takes notes of a source back. */
export async function deleteNotes(tx: Tx, sourceId: string, subjectKeys: readonly string[]): Promise<void> {
  tx.later('notes-forget', 'DELETE FROM note WHERE source_id = $1 AND source_key = ANY($2::text[])', [
    sourceId,
    subjectKeys,
  ]);
}

/** The note with this id, removed or not, locked until the transaction ends. */
export async function lockNote(tx: Tx, id: string): Promise<Note | null> {
  const [note] = await tx.named<Note>(
    'note-lock',
    `SELECT ${columnsOf(NoteEntity, 'n')} FROM note n WHERE n.id = $1 FOR UPDATE`,
    [id],
  );
  return note ?? null;
}

/** Changes the words of a note. */
export async function changeNoteBody(tx: Tx, id: string, body: string): Promise<void> {
  tx.later('note-change', 'UPDATE note SET body = $2 WHERE id = $1', [id, body]);
}

/** Removes a note, or (`null`) puts it back. */
export async function markNoteRemoved(tx: Tx, id: string, at: Date | null): Promise<void> {
  tx.later('note-remove', 'UPDATE note SET deleted_at = $2 WHERE id = $1', [id, at]);
}

/** The notes of a customer that somebody may see, the newest first: the row rule is part of the SQL. */
export const notesOf: PagedRows = {
  name: 'notes-of',
  table: 'note',
  order: [
    { kind: 'moment', sql: (n) => `${n}.at`, falls: true },
    { kind: 'id', sql: (n) => `${n}.id`, falls: true },
  ],
  asked: { reader: 'uuid', department: 'text' },
  where: (n, customer, { reader, department }) =>
    `${n}.customer_id = ${customer} AND ${n}.deleted_at IS NULL
       AND (NOT ${n}.for_department_only OR ${n}.department = ${department} OR ${n}.author_id = ${reader})`,
};

/** Pages of the notes of each customer that the reader may see. */
export const notePages = (db: Db, keys: readonly PageKey[]): Promise<WithCursor<Note>[][]> =>
  pagesByParent<Note>(db, notesOf, { columns: (n) => columnsOf(NoteEntity, n) }, keys);

/** Whose notes, how many, and who reads: the row rule is part of the SQL. */
export interface NotesKey {
  customerId: string;
  first: number;
  readerId: string | null;
  readerDepartment: string | null;
}

/** The newest notes of each customer that the reader may see. */
export async function notesByCustomer(db: Db, keys: readonly NotesKey[]): Promise<Note[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<Note & { place: number }>(
    `notes-by-customer-${limit}`,
    `SELECT asked.place::int AS place, n.*
       FROM unnest($1::uuid[], $2::uuid[], $3::text[]) WITH ORDINALITY AS asked(customer, reader, department, place)
      CROSS JOIN LATERAL (SELECT ${columnsOf(NoteEntity, 'o')} FROM note o
                           WHERE ${notesOf.where('o', 'asked.customer', { reader: 'asked.reader', department: 'asked.department' })}
                           ORDER BY ${orderSql(notesOf.order, 'o')} LIMIT ${limit}) n
      ORDER BY asked.place, n.at DESC, n.id DESC`,
    [
      keys.map((key) => key.customerId),
      keys.map((key) => key.readerId),
      keys.map((key) => key.readerDepartment),
    ],
  );
  return inPlaces(rows, keys.length).map((list, place) => list.slice(0, keys[place]!.first));
}

/** Notes by id, in the order asked, without the removed ones. Whoever shows them asks `mayReadNote`. */
export async function notesById(db: Db, ids: readonly string[]): Promise<(Note | null)[]> {
  const rows = await db.named<Note>(
    'notes-by-id',
    `SELECT ${columnsOf(NoteEntity, 'n')} FROM note n
      WHERE n.id = ANY($1::uuid[]) AND n.deleted_at IS NULL`,
    [ids],
  );
  return inOrderOf(ids, rows);
}
