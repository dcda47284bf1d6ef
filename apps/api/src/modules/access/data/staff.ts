import { type Db, insertRows } from '#platform/database';

/** A colleague in the words of one source. */
export interface StaffRow {
  id: string;
  source_id: string;
  source_key: string;
  name: string | null;
  email: string | null;
}

/** Writes colleagues down with one statement; what is told later completes what was known. */
export const upsertStaff = (db: Db, rows: readonly StaffRow[]): Promise<unknown> =>
  insertRows(
    db,
    'staff_member',
    { id: 'uuid', source_id: 'uuid', source_key: 'text', name: 'text', email: 'text' },
    rows,
    `ON CONFLICT (source_id, source_key) DO UPDATE
        SET name = coalesce(excluded.name, staff_member.name), email = coalesce(excluded.email, staff_member.email)`,
  );

/** Names of colleagues by their key in one source. */
export async function staffNames(
  db: Db,
  sourceId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.named<{ key: string; name: string }>(
    'staff-names',
    `SELECT source_key AS key, coalesce(name, email) AS name FROM staff_member
      WHERE source_id = $1 AND source_key = ANY($2::text[]) AND coalesce(name, email) IS NOT NULL`,
    [sourceId, keys],
  );
  return new Map(rows.map((row) => [row.key, row.name]));
}

/** Forgets colleagues that only an undone import told of. */
export const deleteStaff = (db: Db, sourceId: string, keys: readonly string[]): Promise<unknown> =>
  db.named('delete-staff', 'DELETE FROM staff_member WHERE source_id = $1 AND source_key = ANY($2::text[])', [
    sourceId,
    keys,
  ]);
