import { columnsOf, type Db } from '#platform/database';
import type { Review } from '../domain/told.ts';
import { ReviewEntity } from './voice.entity.ts';

/** Which reviews: all of it must hold; what is not given does not count. */
export interface ReviewFilter {
  statuses?: readonly string[] | null;
  forms?: readonly string[] | null;
  sites?: readonly string[] | null;
  products?: readonly string[] | null;
  ratingAtMost?: number | null;
  mine?: boolean | null;
  unassigned?: boolean | null;
  breaching?: boolean | null;
  /** Written by somebody whom we cannot name. */
  nobodys?: boolean | null;
  text?: string | null;
}

/** In which order they can be read. */
export const reviewSorts = ['DUE', 'NEWEST', 'OLDEST', 'RATING'] as const;
export type ReviewSort = (typeof reviewSorts)[number];

/** A line of the list, with the key by which it is sorted. */
export type ReviewRow = Review & { sortKey: number };

const sortKeys: Record<ReviewSort, string> = {
  DUE: `coalesce(extract(epoch FROM k.due_at), 8e15 - extract(epoch FROM r.at))::float8`,
  NEWEST: `-extract(epoch FROM r.at)::float8`,
  OLDEST: `extract(epoch FROM r.at)::float8`,
  RATING: `(coalesce(r.rating, 9) * 1e11 - extract(epoch FROM r.at))::float8`,
};

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** What makes a writer known: a mailbox, a telephone, or a second record that says the same person. */
export const isKnownSql = (customer: string): string =>
  `(${customer}.email IS NOT NULL OR ${customer}.phone IS NOT NULL OR (SELECT count(*) FROM source_record o WHERE o.customer_id = ${customer}.id) > 1)`;

function conditionsOf(
  filter: ReviewFilter,
  me: string | null,
  now: Date,
  add: (value: unknown, type: string) => string,
) {
  const conditions = ['true'];
  if (filter.statuses?.length) conditions.push(`k.status = ANY(${add(filter.statuses, 'text[]')})`);
  if (filter.forms?.length) conditions.push(`r.form = ANY(${add(filter.forms, 'text[]')})`);
  if (filter.sites?.length) conditions.push(`r.site = ANY(${add(filter.sites, 'text[]')})`);
  if (filter.products?.length) conditions.push(`r.product_name = ANY(${add(filter.products, 'text[]')})`);
  if (filter.ratingAtMost != null) conditions.push(`r.rating <= ${add(filter.ratingAtMost, 'float8')}`);
  if (filter.mine) conditions.push(`k.assignee_id = ${add(me, 'uuid')}`);
  if (filter.unassigned) conditions.push('k.assignee_name IS NULL');
  if (filter.breaching)
    conditions.push(`k.clock_state = 'running' AND k.warn_at <= ${add(now, 'timestamptz')}`);
  if (filter.nobodys) conditions.push(`(c.id IS NULL OR NOT ${isKnownSql('c')})`);
  const text = filter.text?.trim();
  if (text) {
    const like = add(`%${escapeLike(text)}%`, 'text');
    conditions.push(
      `(r.text ILIKE ${like} OR r.title ILIKE ${like} OR r.product_name ILIKE ${like} OR r.author_name ILIKE ${like} OR c.display_name ILIKE ${like})`,
    );
  }
  return conditions;
}

const joins = 'JOIN review_case k ON k.review_id = r.id LEFT JOIN customer c ON c.id = r.customer_id';

/** Reviews that fulfil a filter, behind a place in the order; one more than asked for says that more follow. */
export function reviewPage(
  db: Db,
  asked: {
    filter: ReviewFilter;
    sort: ReviewSort;
    first: number;
    after: readonly [number, string] | null;
    me: string | null;
    now: Date;
  },
): Promise<ReviewRow[]> {
  const values: unknown[] = [];
  const add = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const conditions = conditionsOf(asked.filter, asked.me, asked.now, add);
  const key = sortKeys[asked.sort];
  if (asked.after)
    conditions.push(`(${key}, r.id) > (${add(asked.after[0], 'float8')}, ${add(asked.after[1], 'uuid')})`);
  return db.query<ReviewRow>(
    `SELECT ${columnsOf(ReviewEntity, 'r')}, ${key} AS "sortKey" FROM review r ${joins}
      WHERE ${conditions.join(' AND ')} ORDER BY ${key}, r.id LIMIT ${add(asked.first + 1, 'int')}`,
    values,
  );
}

/** How many reviews wait in each of the house's views, and where they come from. */
export interface ReviewCounts {
  open: number;
  mine: number;
  unassigned: number;
  breaching: number;
  low: number;
  nobodys: number;
}

/** From this many stars down a review is low. */
export const lowRating = 2;

/** Counts of the house's views, in one look at what waits. */
export async function reviewCounts(db: Db, me: string | null, now: Date): Promise<ReviewCounts> {
  const [counts] = await db.named<ReviewCounts>(
    'review-counts',
    `SELECT count(*)::int AS open, count(*) FILTER (WHERE k.assignee_id = $1)::int AS mine,
            count(*) FILTER (WHERE k.assignee_name IS NULL)::int AS unassigned,
            count(*) FILTER (WHERE k.clock_state = 'running' AND k.warn_at <= $2)::int AS breaching,
            count(*) FILTER (WHERE r.rating <= ${lowRating})::int AS low,
            count(*) FILTER (WHERE c.id IS NULL OR NOT ${isKnownSql('c')})::int AS nobodys
       FROM review_case k JOIN review r ON r.id = k.review_id LEFT JOIN customer c ON c.id = r.customer_id
      WHERE k.status IN ('new', 'waiting')`,
    [me, now],
  );
  return counts!;
}

/** Who might have written each of these: customers of the same name, those first who bought what it is about. At most five each. */
export async function mightHaveWritten(
  db: Db,
  keys: readonly { id: string; name: string | null; customerId: string | null }[],
): Promise<{ id: string }[][]> {
  const rows = await db.named<{ place: number; id: string }>(
    'review-might-be',
    `SELECT asked.place::int AS place, found.id FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS asked(name, own, place)
      CROSS JOIN LATERAL (
        SELECT s.customer_id AS id FROM customer_summary s
         WHERE asked.name IS NOT NULL AND s.sort_name = fold(asked.name) AND s.customer_id IS DISTINCT FROM asked.own
         ORDER BY s.orders DESC, s.customer_id LIMIT 5) found
      ORDER BY asked.place`,
    [keys.map(({ name }) => name), keys.map(({ customerId }) => customerId)],
  );
  const places: { id: string }[][] = keys.map(() => []);
  for (const { place, id } of rows) places[place - 1]!.push({ id });
  return places;
}

/** Whether each of these customers is somebody whom we know by more than what they wrote. */
export async function areKnown(db: Db, customerIds: readonly string[]): Promise<boolean[]> {
  const rows = await db.named<{ id: string }>(
    'review-writers-known',
    `SELECT c.id FROM customer c WHERE c.id = ANY($1::uuid[]) AND ${isKnownSql('c')}`,
    [customerIds],
  );
  const known = new Set(rows.map(({ id }) => id));
  return customerIds.map((id) => known.has(id));
}
