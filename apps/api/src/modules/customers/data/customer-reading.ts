import { isId } from '#kernel/id';
import { readCursor } from '#platform/graphql';
import type { FieldReading, ReadingCall, Rows, TypeReading, ValueReading } from '#platform/look-ahead';
import { NotReadable } from '#platform/look-ahead';
import type { CustomerFilter, CustomerSort } from '../domain/customer-list.ts';
import { conditionsOf, type Placeholders } from './conditions.ts';
import { countAtMost, customerCount, customerOrder } from './customer-list.ts';
import { memoryColumns } from './memory-columns.ts';

const plain = (column: string): ValueReading => ({ kind: 'value', sql: (row) => `${row}.${column}` });
const time = (column: string): ValueReading => ({ ...plain(column), spelling: 'time' });
const id = (column: string): ValueReading => ({ ...plain(column), spelling: 'id' });
const count = (column: string): ValueReading => ({ ...plain(column), spelling: 'count' });
const word = (column: string): ValueReading => ({ ...plain(column), spelling: 'enum' });

const placeOf = (cursor: unknown): [order: string, key: string, id: string] | null => {
  try {
    return readCursor(String(cursor), 3) as [string, string, string];
  } catch {
    return null;
  }
};
const isPlaceIn = (sort: CustomerSort) => (cursor: unknown) => {
  const place = placeOf(cursor);
  return place !== null && place[0] === sort && isId(place[2]);
};

const placeholders = (call: ReadingCall): Placeholders => ({
  add: (value, type) => `${call.constant(value)}::${type}`,
});

function page(call: ReadingCall) {
  const filter = call.literal<CustomerFilter | null>('filter') ?? {};
  if (filter.companyId && !isId(filter.companyId))
    throw new NotReadable('companyId is for the resolver to refuse');
  const sort = call.literal<CustomerSort | null>('sort') ?? 'LAST_INTERACTION_DESC';
  const { key, type, descending } = customerOrder(sort);
  const conditions = conditionsOf(filter, placeholders(call));
  if (call.isGiven('after')) {
    const check = isPlaceIn(sort);
    const at = call.bind('after', { check, read: (cursor) => placeOf(cursor)![1] });
    const id = call.bind('after', { check, read: (cursor) => placeOf(cursor)![2] });
    conditions.push(`(${key}, s.customer_id) ${descending ? '<' : '>'} (${at}::${type}, ${id}::uuid)`);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const direction = descending ? 'DESC' : 'ASC';
  return { sort, key, type, where, order: `${key} ${direction}, s.customer_id ${direction}` };
}

const money = (column: string, currency: string) =>
  ({
    kind: 'inline',
    typeName: 'Money',
    fields: { amount: { ...plain(column), spelling: 'number' }, currency: plain(currency) },
  }) as const;

const memory = (column: keyof ReturnType<typeof memoryColumns>): ValueReading => ({
  kind: 'value',
  sql: (row) => memoryColumns(row)[column],
});

const summary: Record<string, FieldReading> = {
  openDeals: count('open_deals'),
  openDealValue: money('open_deal_value', 'currency'),
  wonValue: money('won_value', 'currency'),
  orders: count('orders'),
  openTickets: count('open_tickets'),
  tickets: count('tickets'),
  emailConsent: word('email_consent'),
  lastInteractionAt: time('last_interaction_at'),
  lastInteractionKind: plain('last_interaction_kind'),
  lastDepartment: word('last_department'),
  experienced: memory('experienced'),
  remembered: memory('remembered'),
  memoryStrength: memory('memoryStrength'),
  lastOutcome: { ...memory('lastOutcome'), spelling: 'enum' },
  isFading: memory('isFading'),
};

/** What a customer's summary `s` says already: it is kept equal to where it comes from, in the same transaction. */
const fromSummary = (s: string): Record<string, FieldReading> => {
  const here = <Reading extends { sql: (row: string) => string }>(reading: Reading): Reading => ({
    ...reading,
    sql: () => reading.sql(s),
  });
  return {
    id: here(id('customer_id')),
    displayName: here(plain('display_name')),
    ownerName: here(plain('owner_name')),
    tags: here(plain('tags')),
    createdAt: here(time('created_at')),
    stage: {
      kind: 'inline',
      typeName: 'CustomerStage',
      row: () => s,
      when: () => `${s}.stage IS NOT NULL`,
      fields: { stage: word('stage'), since: time('stage_since') },
    },
    summary: { kind: 'inline', typeName: 'CustomerSummary', row: () => s, fields: summary },
  };
};

/** `Query.customer`, `Query.customers` and what stands on a customer's own rows, read straight from them. */
export const customerReadings: TypeReading[] = [
  {
    typeName: 'Query',
    fields: {
      customer: {
        kind: 'object',
        typeName: 'Customer',
        from: (_root, call): Rows => {
          const c = call.alias('c');
          const id = call.bind('id', { check: (value) => typeof value === 'string' && isId(value) });
          return {
            sql: `FROM customer ${c} WHERE ${c}.id = (SELECT coalesce(o.merged_into, o.id) FROM customer o WHERE o.id = ${id}::uuid)`,
            alias: c,
          };
        },
      },
      company: {
        kind: 'object',
        typeName: 'Company',
        from: (_root, call): Rows => {
          const c = call.alias('c');
          const id = call.bind('id', { check: (value) => typeof value === 'string' && isId(value) });
          return { sql: `FROM company ${c} WHERE ${c}.id = ${id}::uuid`, alias: c };
        },
      },
      customers: {
        kind: 'connection',
        typeName: 'Customer',
        from: (_root, call) => {
          const { sort, key, type, where, order } = page(call);
          const first = call.size('first');
          const [c, s] = [call.alias('c'), call.alias('s')];
          return {
            sql: `FROM (SELECT s.*, (${key})::text AS "key!" FROM customer_summary s ${where} ORDER BY ${order} LIMIT ${first + 1}) ${s}`,
            alias: s,
            first,
            after: call.isGiven('after'),
            cursor: (row) => [
              { sql: `'${sort}'` },
              { sql: `${row}."key!"`, free: type === 'text' },
              { sql: `${row}.customer_id` },
            ],
            // A customer's own row is looked up only when something is asked that the summary does not hold.
            node: { alias: c, join: `JOIN customer ${c} ON ${c}.id = ${s}.customer_id` },
            inHand: fromSummary(s),
          };
        },
        more: (_root, call) => ({
          count: {
            kind: 'object',
            typeName: 'BoundedCount',
            from: () => {
              const filter = call.literal<CustomerFilter | null>('filter') ?? {};
              const found = customerCount(conditionsOf(filter, placeholders(call)), countAtMost + 1);
              const n = call.alias('n');
              return {
                sql: `FROM (SELECT least(count, ${countAtMost}) AS value, count <= ${countAtMost} AS is_exact FROM (${found}) found) ${n}`,
                alias: n,
              };
            },
          },
        }),
      },
    },
  },
  {
    typeName: 'BoundedCount',
    fields: { value: count('value'), isExact: plain('is_exact') },
  },
  {
    typeName: 'Customer',
    fields: {
      id: id('id'),
      displayName: plain('display_name'),
      ownerName: plain('owner_name'),
      tags: plain('tags'),
      createdAt: time('created_at'),
      summary: {
        kind: 'object',
        typeName: 'CustomerSummary',
        from: (customer, call) => {
          const s = call.alias('s');
          return { sql: `FROM customer_summary ${s} WHERE ${s}.customer_id = ${customer}.id`, alias: s };
        },
      },
    },
  },
  {
    typeName: 'CustomerSummary',
    fields: summary,
  },
  {
    typeName: 'Company',
    fields: {
      id: id('id'),
      name: plain('name'),
      domain: plain('domain'),
      industry: plain('industry'),
      phone: plain('phone'),
      city: plain('city'),
      country: plain('country'),
      website: plain('website'),
      ownerName: plain('owner_name'),
      createdAt: time('created_at'),
    },
  },
];
