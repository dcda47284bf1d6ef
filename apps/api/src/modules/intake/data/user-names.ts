import type { Db } from '#platform/database';

/** The names of people who use Ancora, in the order asked; nobody is `null`. */
export async function userNames(db: Db, ids: readonly string[]): Promise<(string | null)[]> {
  const rows = await db.named<{ id: string; name: string }>(
    'user-names',
    'SELECT id, name FROM app_user WHERE id = ANY($1::uuid[])',
    [ids],
  );
  const found = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => found.get(id) ?? null);
}
