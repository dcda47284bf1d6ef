import { groupBy } from '#kernel/batch';
import type { Db } from '#platform/database';

/** Somebody's place in a company, and who says so. */
export interface PlaceRow {
  companyId: string;
  customerId: string;
  role: string | null;
  isMain: boolean;
  sourceName: string;
}

/** The companies of each customer, in the order asked: each company once, the main one first. */
export async function placesByCustomer(db: Db, customerIds: readonly string[]): Promise<PlaceRow[][]> {
  const rows = await db.named<PlaceRow>(
    'identity-places-by-customer',
    `SELECT * FROM (
       SELECT DISTINCT ON (a.customer_id, a.company_id) a.customer_id AS "customerId", a.company_id AS "companyId", a.role,
         a.is_main AS "isMain", s.name AS "sourceName", a.observed_at
        FROM affiliation a JOIN source_record r ON r.id = a.source_record_id JOIN source s ON s.id = r.source_id
       WHERE a.customer_id = ANY($1::uuid[])
       ORDER BY a.customer_id, a.company_id, a.is_main DESC, a.observed_at DESC, r.id
     ) AS places ORDER BY "isMain" DESC, observed_at DESC, "companyId"`,
    [customerIds],
  );
  const found = groupBy(rows, ({ customerId }) => customerId);
  // Only the newest of those that sources call the main one is it.
  return customerIds.map((id) =>
    (found.get(id) ?? []).map((place, index) => ({ ...place, isMain: index === 0 })),
  );
}

/** The people of each company, by name; at most `first` each. */
export async function peopleByCompany(
  db: Db,
  asked: readonly { companyId: string; first: number }[],
): Promise<{ customerId: string; role: string | null }[][]> {
  const rows = await db.named<{ place: number; customerId: string; role: string | null }>(
    'identity-people-by-company',
    `SELECT asked.place::int AS place, found."customerId", found.role
       FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS asked(company_id, first, place)
      CROSS JOIN LATERAL (
        SELECT a.customer_id AS "customerId", max(a.role) AS role FROM affiliation a JOIN customer c ON c.id = a.customer_id
         WHERE a.company_id = asked.company_id GROUP BY a.customer_id, c.sort_name ORDER BY c.sort_name, a.customer_id LIMIT asked.first
      ) found ORDER BY 1`,
    [asked.map(({ companyId }) => companyId), asked.map(({ first }) => first)],
  );
  const found = groupBy(rows, ({ place }) => place);
  return asked.map((_, index) => found.get(index + 1) ?? []);
}
