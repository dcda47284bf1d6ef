import type { Db } from '#platform/database';

/** The one source for which an intake key writes, or `null`. */
export async function sourceOfKey(db: Db, keyId: string | null): Promise<string | null> {
  const rows = await db.named<{ id: string }>(
    'source-of-key',
    'SELECT source_id AS id FROM intake_key WHERE id = $1',
    [keyId],
  );
  return rows[0]?.id ?? null;
}
