import { inOrderOf, inPlaces } from '#kernel/batch';
import type { SummaryPart } from '#modules/house';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { TimelineEntry } from '../domain/timeline-entry.ts';
import { TimelineEntryEntity } from './timeline-entry.entity.ts';

/** An entry as the graph shows it: with the name of the source that told it. */
export type ShownEntry = TimelineEntry & { sourceName: string };

/** Which page of whose timeline. */
export interface TimelineKey {
  customerId: string;
  departments: string[] | null;
  kinds: string[] | null;
  first: number;
  /** Only entries older than this place: ISO time and id. */
  after: [string, string] | null;
  /** Only entries before this time (ISO). */
  before: string | null;
}

/** Writes entries; one that was told before is replaced. */
export async function putEntries(tx: Tx, entries: readonly TimelineEntry[]): Promise<void> {
  await putRows(
    tx,
    TimelineEntryEntity,
    entries,
    `ON CONFLICT (source_record_id, entry_key) DO UPDATE SET customer_id = excluded.customer_id,
       signal_id = coalesce(excluded.signal_id, timeline_entry.signal_id), at = excluded.at, department = excluded.department,
       kind = excluded.kind, title = excluded.title, detail = excluded.detail, subject_type = excluded.subject_type,
       subject_id = excluded.subject_id, actor_name = excluded.actor_name, change = excluded.change`,
  );
}

/** Takes back everything that the signals of these things told. */
export async function deleteEntriesOf(
  tx: Tx,
  sourceId: string,
  kind: string,
  subjectKeys: readonly string[],
): Promise<void> {
  tx.later(
    'timeline-take-back',
    `DELETE FROM timeline_entry e USING signal s
      WHERE e.signal_id = s.id AND s.source_id = $1 AND s.kind = $2 AND s.subject_key = ANY($3::text[])`,
    [sourceId, kind, subjectKeys],
  );
}

/** Takes back single entries by their keys, of any source. */
export async function deleteEntriesByKey(
  tx: Tx,
  entryKeys: readonly string[],
  recordIds: readonly string[],
): Promise<void> {
  tx.later(
    'timeline-delete-keys',
    'DELETE FROM timeline_entry WHERE source_record_id = ANY($2::uuid[]) AND entry_key = ANY($1::text[])',
    [entryKeys, recordIds],
  );
}

/** Takes back all entries of these records that are about these things. */
export async function deleteEntriesAbout(
  tx: Tx,
  subjectType: string,
  subjectIds: readonly string[],
  recordIds: readonly string[],
): Promise<void> {
  tx.later(
    'timeline-delete-about',
    'DELETE FROM timeline_entry WHERE source_record_id = ANY($3::uuid[]) AND subject_type = $1 AND subject_id = ANY($2::uuid[])',
    [subjectType, subjectIds, recordIds],
  );
}

const columns = columnsOf(TimelineEntryEntity, 'e');

/**
 * A page of each timeline, newest first: one row more than asked for, which says that more follow. One SQL for all keys;
 * the limit is a literal, so that PostgreSQL keeps its plan.
 */
export async function timelinePages(db: Db, keys: readonly TimelineKey[]): Promise<ShownEntry[][]> {
  const limit = Math.max(...keys.map((key) => key.first)) + 1;
  const rows = await db.named<ShownEntry & { place: number }>(
    `timeline-pages-${limit}`,
    `SELECT k.place, e.*, s.name AS "sourceName"
       FROM jsonb_to_recordset($1::jsonb) AS k(place integer, customer uuid, departments text[], kinds text[], before timestamptz, at timestamptz, id uuid)
      CROSS JOIN LATERAL (
        SELECT ${columns} FROM timeline_entry e
         WHERE e.customer_id = k.customer
           AND (e.at, e.id) < (coalesce(k.at, 'infinity'), coalesce(k.id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
           AND e.at < coalesce(k.before, 'infinity')
           AND (k.departments IS NULL OR e.department = ANY(k.departments))
           AND (k.kinds IS NULL OR e.kind = ANY(k.kinds))
         ORDER BY e.at DESC, e.id DESC LIMIT ${limit}) e
       JOIN source_record r ON r.id = e."sourceRecordId"
       JOIN source s ON s.id = r.source_id
      ORDER BY k.place, e.at DESC, e.id DESC`,
    [
      JSON.stringify(
        keys.map((key, index) => ({
          place: index + 1,
          customer: key.customerId,
          departments: key.departments,
          kinds: key.kinds,
          before: key.before,
          at: key.after?.[0] ?? null,
          id: key.after?.[1] ?? null,
        })),
      ),
    ],
  );
  return inPlaces(rows, keys.length).map((page, place) => page.slice(0, keys[place]!.first + 1));
}

/** Of whose timeline, and of which departments' part of it. */
export interface KindsKey {
  customerId: string;
  departments: string[] | null;
}

/** The kinds of happenings on each timeline, by their words. One SQL for all keys. */
export async function kindsByCustomer(db: Db, keys: readonly KindsKey[]): Promise<string[][]> {
  const rows = await db.named<{ place: number; kind: string }>(
    'timeline-kinds',
    `SELECT DISTINCT k.place, e.kind
       FROM jsonb_to_recordset($1::jsonb) AS k(place integer, customer uuid, departments text[])
       JOIN timeline_entry e ON e.customer_id = k.customer AND (k.departments IS NULL OR e.department = ANY(k.departments))
      ORDER BY k.place, e.kind`,
    [
      JSON.stringify(
        keys.map(({ customerId, departments }, index) => ({
          place: index + 1,
          customer: customerId,
          departments,
        })),
      ),
    ],
  );
  return inPlaces(rows, keys.length).map((kinds) => kinds.map(({ kind }) => kind));
}

/** Entries by id, in the order asked. */
export async function entriesById(db: Db, ids: readonly string[]): Promise<(ShownEntry | null)[]> {
  const rows = await db.named<ShownEntry>(
    'timeline-by-id',
    `SELECT ${columns}, s.name AS "sourceName" FROM timeline_entry e JOIN source_record r ON r.id = e.source_record_id
       JOIN source s ON s.id = r.source_id WHERE e.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** What a customer and we had last to do with each other. */
export const timelineSummary: SummaryPart = {
  columns: ['last_interaction_at', 'last_interaction_kind', 'last_department'],
  from: `SELECT e.at AS last_interaction_at, e.kind AS last_interaction_kind, e.department AS last_department
           FROM timeline_entry e WHERE e.customer_id = asked.id ORDER BY e.at DESC, e.id DESC LIMIT 1`,
};

/** What happened of one kind since a time, oldest first: for subjects that act on what is told, whoever told it. */
export const entriesOfKind = (
  db: Db,
  _kind: 'ticket-solved',
  since: Date,
  atMost: number,
): Promise<TimelineEntry[]> =>
  db.named<TimelineEntry>(
    'timeline-of-kind',
    // The kind is a literal, as in the index: each kind that somebody waits for has its own.
    `SELECT ${columns} FROM timeline_entry e WHERE e.kind = 'ticket-solved' AND e.at >= $1 ORDER BY e.at, e.id LIMIT $2`,
    [since, atMost],
  );
