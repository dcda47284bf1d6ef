import type { Db } from '#platform/database';

/** The names to show of customers, by id. */
export async function namesOfCustomers(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.named<{ id: string; name: string }>(
    'names-of-customers',
    'SELECT id, display_name AS name FROM customer WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
