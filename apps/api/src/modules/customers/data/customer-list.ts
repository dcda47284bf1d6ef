import type { Db } from '#platform/database';
import type { Customer } from '../domain/customer.ts';
import type { CustomerFilter, CustomerSort } from '../domain/customer-list.ts';
import { conditionsOf, rememberedNow, Values } from './conditions.ts';
import { customerColumns } from './customers.ts';

interface Order {
  key: string;
  type: string;
  descending: boolean;
}

const lastInteraction = `coalesce(s.last_interaction_at, '-infinity'::timestamptz)`;
const orders: Record<CustomerSort, Order> = {
  NAME_ASC: { key: 's.sort_name', type: 'text', descending: false },
  NAME_DESC: { key: 's.sort_name', type: 'text', descending: true },
  LAST_INTERACTION_DESC: { key: lastInteraction, type: 'timestamptz', descending: true },
  LAST_INTERACTION_ASC: { key: lastInteraction, type: 'timestamptz', descending: false },
  OPEN_DEAL_VALUE_DESC: { key: 's.open_deal_value', type: 'numeric', descending: true },
  OPEN_TICKETS_DESC: { key: 's.open_tickets', type: 'integer', descending: true },
  CREATED_DESC: { key: 's.created_at', type: 'timestamptz', descending: true },
  MEMORY_ASC: {
    key: `coalesce(s.half_remembered_until, 'infinity'::timestamptz)`,
    type: 'timestamptz',
    descending: false,
  },
  // Whole points, as they are shown: what fades moves while somebody turns the pages.
  REMEMBERED_ASC: { key: `coalesce(round(${rememberedNow('s')}), 1000)`, type: 'float8', descending: false },
  EXPERIENCED_ASC: { key: 'coalesce(s.experienced, 1000)', type: 'float8', descending: false },
};

/** By what an order sorts rows `s` of customer_summary. */
export const customerOrder = (sort: CustomerSort): Order => orders[sort];

/** A customer in a list, and where it stands there. */
export type ListedCustomer = Customer & { sortKey: string };

/** A page of customers after a place in an order: one more than `first`, which only says that more follow. */
export function customerPage(
  db: Db,
  filter: CustomerFilter,
  sort: CustomerSort,
  first: number,
  after: readonly [string, string] | null,
): Promise<ListedCustomer[]> {
  const { key, type, descending } = orders[sort];
  const values = new Values();
  const conditions = conditionsOf(filter, values);
  if (after)
    conditions.push(
      `(${key}, s.customer_id) ${descending ? '<' : '>'} (${values.add(after[0], type)}, ${values.add(after[1], 'uuid')})`,
    );
  const direction = descending ? 'DESC' : 'ASC';
  return db.query(
    `SELECT ${customerColumns}, page."sortKey"
       FROM (
         SELECT s.customer_id, (${key})::text AS "sortKey", row_number() OVER (ORDER BY ${key} ${direction}, s.customer_id ${direction}) AS place
           FROM customer_summary s ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
          ORDER BY ${key} ${direction}, s.customer_id ${direction} LIMIT ${first + 1}
       ) page
       JOIN customer c ON c.id = page.customer_id ORDER BY page.place`,
    values.list,
  );
}

/** Counts stop here: a longer count costs more than it tells. */
export const countAtMost = 10_000;

/** The statement that counts customers who fulfil conditions, to `most` at most. */
export const customerCount = (conditions: readonly string[], most: number): string =>
  `SELECT count(*)::int AS count FROM (
     SELECT 1 FROM customer_summary s ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} LIMIT ${most}
   ) AS counted`;

/** How many customers fulfil a filter, counting to `most` at most. */
export async function countCustomers(db: Db, filter: CustomerFilter, most: number): Promise<number> {
  const values = new Values();
  const conditions = conditionsOf(filter, values);
  const [row] = await db.query<{ count: number }>(customerCount(conditions, most), values.list);
  return row?.count ?? 0;
}

const found = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';

/** One value of a filter and how many customers have it. */
export interface Facet {
  value: string;
  count: number;
}

/** The values that filters can take among the customers that fulfil the other conditions, the most frequent first. */
export async function customerFacets(
  db: Db,
  filter: CustomerFilter,
): Promise<Record<'stages' | 'owners' | 'countries' | 'languages' | 'tags', Facet[]>> {
  const values = new Values();
  const where = conditionsOf(filter, values);
  const rows = await db.query<{ facet: string; value: string; count: number }>(
    // Counted once by all four together, which can be done side by side, and the few that come of it by each.
    `WITH counted AS (
       SELECT CASE grouping(s.stage, s.owner_name, s.country, s.language) WHEN 7 THEN 'stages' WHEN 11 THEN 'owners' WHEN 13 THEN 'countries' ELSE 'languages' END AS facet,
              coalesce(s.stage, s.owner_name, s.country, s.language) AS value, sum(s.n)::int AS count
         FROM (SELECT s.stage, s.owner_name, s.country, s.language, count(*) AS n FROM customer_summary s ${found(where)} GROUP BY 1, 2, 3, 4) s
        GROUP BY GROUPING SETS ((s.stage), (s.owner_name), (s.country), (s.language))
        HAVING coalesce(s.stage, s.owner_name, s.country, s.language) IS NOT NULL
       UNION ALL SELECT 'tags', tag, count(*)::int FROM customer_summary s CROSS JOIN unnest(s.tags) AS tag ${found([...where, `s.tags <> '{}'`])} GROUP BY 2
     )
     SELECT facet, value, count FROM (
       SELECT *, row_number() OVER (PARTITION BY facet ORDER BY count DESC, value) AS place FROM counted
     ) AS ranked WHERE place <= 100 ORDER BY facet, place`,
    values.list,
  );
  const of = (facet: string): Facet[] =>
    rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  return {
    stages: of('stages'),
    owners: of('owners'),
    countries: of('countries'),
    languages: of('languages'),
    tags: of('tags'),
  };
}
