import { groupBy, inPlaces } from '#kernel/batch';
import type { Db } from '#platform/database';
import { stewardSystem } from '../domain/golden.ts';

/** Somebody's place in a company, or one they have left, and who says so. */
export interface PlaceRow {
  companyId: string;
  customerId: string;
  role: string | null;
  isMain: boolean;
  since: string | null;
  until: string | null;
  sourceName: string;
  saidBy: string | null;
  isOurs: boolean;
  isSaidHere: boolean;
}

/** Whether a record is one of our own, as SQL; `s` is its source. */
export const isOurRecord = (s: string): string => `coalesce(${s}.system = '${stewardSystem}', false)`;

/** Whether one of us said anything of a row of `affiliation`, as SQL. */
export const isOurWord = (a: string, s: string): string =>
  `(${isOurRecord(s)} OR ${a}.over IS NOT NULL OR ${a}.started_on IS NOT NULL OR ${a}.ended_on IS NOT NULL)`;

/** Each company of customers once, as SQL: the row that counts. One without an end is enough to be there; of ends the last one is it. */
export const placesSql = (whose: string): string =>
  `SELECT DISTINCT ON (a.customer_id, a.company_id) a.customer_id, a.company_id, a.role, a.is_main, a.observed_at, a.started_on,
         CASE WHEN a.ended_on IS NOT NULL THEN max(a.ended_on) OVER w END AS ended_on, s.name AS source_name,
         CASE WHEN ${isOurWord('a', 's')} THEN a.said_by END AS said_by,
         bool_and(${isOurRecord('s')}) OVER w AS is_ours, bool_or(${isOurWord('a', 's')}) OVER w AS is_said_here
    FROM affiliation a LEFT JOIN source_record r ON r.id = a.source_record_id LEFT JOIN source s ON s.id = r.source_id
   WHERE ${whose} WINDOW w AS (PARTITION BY a.customer_id, a.company_id)
   ORDER BY a.customer_id, a.company_id, a.ended_on IS NOT NULL, a.is_main DESC, a.observed_at DESC, a.source_record_id`;

/** The order of companies that people belong to, and of those that they have left. */
export const placeOrders = {
  current: 'one.is_main DESC, one.observed_at DESC, one.company_id',
  former: 'one.ended_on DESC, one.company_id',
} as const;

async function readPlaces(
  db: Db,
  customerIds: readonly string[],
  which: keyof typeof placeOrders,
): Promise<PlaceRow[][]> {
  const rows = await db.named<PlaceRow>(
    `identity-${which}-places-by-customer`,
    `SELECT one.customer_id AS "customerId", one.company_id AS "companyId", one.role, one.is_main AS "isMain", one.started_on::text AS since,
            one.ended_on::text AS until, one.source_name AS "sourceName", one.said_by AS "saidBy", one.is_ours AS "isOurs",
            one.is_said_here AS "isSaidHere"
       FROM (${placesSql('a.customer_id = ANY($1::uuid[])')}) one
      WHERE one.ended_on IS ${which === 'current' ? '' : 'NOT '}NULL ORDER BY ${placeOrders[which]}`,
    [customerIds],
  );
  const found = groupBy(rows, ({ customerId }) => customerId);
  // Only the newest of those that are called the main one is it.
  return customerIds.map((id) =>
    (found.get(id) ?? []).map((place, index) => ({ ...place, isMain: which === 'current' && index === 0 })),
  );
}

/** The companies of each customer, in the order asked: each company once, the main one first. */
export const placesByCustomer = (db: Db, customerIds: readonly string[]): Promise<PlaceRow[][]> =>
  readPlaces(db, customerIds, 'current');

/** The companies that each customer has left, in the order asked: each company once, the one left last first. */
export const formerPlacesByCustomer = (db: Db, customerIds: readonly string[]): Promise<PlaceRow[][]> =>
  readPlaces(db, customerIds, 'former');

/** Whose people, and how many. */
export interface PeopleKey {
  companyId: string;
  first: number;
}

/** Somebody of a company, or somebody who has left it. */
export interface CompanyPersonRow {
  customerId: string;
  role: string | null;
  until: string | null;
}

async function readPeople(
  db: Db,
  asked: readonly PeopleKey[],
  which: 'current' | 'former',
): Promise<CompanyPersonRow[][]> {
  const [among, left, order] =
    which === 'current'
      ? ['AND a.ended_on IS NULL', '', 'c.sort_name']
      : ['', 'HAVING bool_and(a.ended_on IS NOT NULL)', 'max(a.ended_on) DESC'];
  const rows = await db.named<CompanyPersonRow & { place: number }>(
    `identity-${which}-people-by-company`,
    `SELECT asked.place::int AS place, found."customerId", found.role, found.until
       FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS asked(company_id, first, place)
      CROSS JOIN LATERAL (
        SELECT a.customer_id AS "customerId", max(a.role) AS role, max(a.ended_on)::text AS until
          FROM affiliation a JOIN customer c ON c.id = a.customer_id
         WHERE a.company_id = asked.company_id ${among} GROUP BY a.customer_id, c.sort_name ${left}
         ORDER BY ${order}, a.customer_id LIMIT asked.first
      ) found ORDER BY 1`,
    [asked.map(({ companyId }) => companyId), asked.map(({ first }) => first)],
  );
  return inPlaces(rows, asked.length);
}

/** The people of each company, by name; at most `first` each. */
export const peopleByCompany = (db: Db, asked: readonly PeopleKey[]): Promise<CompanyPersonRow[][]> =>
  readPeople(db, asked, 'current');

/** Who has left each company, whoever left last first; at most `first` each. */
export const formerPeopleByCompany = (db: Db, asked: readonly PeopleKey[]): Promise<CompanyPersonRow[][]> =>
  readPeople(db, asked, 'former');

/** Further than this nobody counts the people of a company. */
export const peopleCountedAtMost = 1_000;

/** How many belong to a company, as SQL: no more rows of it are looked at than are counted. */
export const peopleCountSql = (companyId: string): string =>
  `(SELECT count(DISTINCT people.customer_id)::int FROM (SELECT a.customer_id FROM affiliation a
     WHERE a.company_id = ${companyId} AND a.ended_on IS NULL LIMIT ${peopleCountedAtMost}) people)`;

/** How many belong to each company. */
export async function peopleCounts(db: Db, companyIds: readonly string[]): Promise<number[]> {
  const rows = await db.named<{ count: number }>(
    'identity-people-counts',
    `SELECT ${peopleCountSql('asked.id')} AS count FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place) ORDER BY asked.place`,
    [companyIds],
  );
  return rows.map(({ count }) => count);
}
