import type { Db } from '#platform/database';
import type { Company } from '../domain/company.ts';

const columns = `c.id, c.name, c.domain, c.industry, c.phone, c.city, c.country, c.website, c.owner_name AS "ownerName", c.golden,
  c.created_at AS "createdAt"`;

/** Companies by id, in the order asked; nobody is `null`. */
export async function companiesById(db: Db, ids: readonly string[]): Promise<(Company | null)[]> {
  const rows = await db.named<Company>(
    'companies-by-id',
    `SELECT ${columns} FROM company c WHERE c.id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}
