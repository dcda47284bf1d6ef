import type { Db } from '#platform/database';
import type { Customer } from '../domain/customer.ts';

/** The columns of a customer in our words, for `SELECT`. */
export const customerColumns = `c.id, c.display_name AS "displayName", c.given_name AS "givenName", c.family_name AS "familyName",
  c.name_suffix AS "nameSuffix", c.email, c.phone, c.job_title AS "jobTitle", c.language, c.time_zone AS "timeZone", c.city, c.country,
  c.birth_date AS "birthDate", c.website, c.owner_name AS "ownerName", c.lifecycle, c.tags, c.golden, c.merged_into AS "mergedInto",
  c.created_at AS "createdAt"`;

/** Customers by id, in the order asked. The old id of somebody merged answers with the survivor; nobody is `null`. */
export async function customersById(db: Db, ids: readonly string[]): Promise<(Customer | null)[]> {
  const rows = await db.named<Customer & { askedId: string }>(
    'customers-by-id',
    `SELECT asked.id AS "askedId", ${customerColumns}
       FROM unnest($1::uuid[]) AS asked(id)
       JOIN customer old ON old.id = asked.id
       JOIN customer c ON c.id = coalesce(old.merged_into, old.id)`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.askedId, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Whether anybody is known at all: an empty house may be filled with the demo company. */
export async function anyCustomer(db: Db): Promise<boolean> {
  const [row] = await db.query<{ any: boolean }>('SELECT EXISTS (SELECT 1 FROM customer) AS any');
  return row?.any ?? false;
}
