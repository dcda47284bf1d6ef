import { column, type ListReading, type TypeReading } from '#platform/look-ahead';
import { stewardSystem } from '../domain/golden.ts';
import { peopleCountSql, placeOrders, placesSql } from './affiliation-rows.ts';
import { decisionCanBeUndone } from './record-rows.ts';

/** Identifiers of one sort, as `identifiersByCustomer` gathers and orders them. */
const identifiers = (sorts: readonly string[]): ListReading => ({
  kind: 'list',
  typeName: 'Identifier',
  from: (customer, call) => {
    const i = call.alias('i');
    const wanted = sorts.map((sort) => `i.kind = '${sort}' OR i.kind LIKE '${sort}:%'`).join(' OR ');
    return {
      sql: `FROM (SELECT i.kind, i.value, min(i.raw) AS raw, min(i.shown) AS shown, bool_and(i.weak) AS weak, array_agg(DISTINCT s.name ORDER BY s.name) AS source_names
        FROM source_record r JOIN identifier i ON i.source_record_id = r.id JOIN source s ON s.id = r.source_id
       WHERE r.customer_id = ${customer}.id AND (${wanted}) GROUP BY 1, 2
       ORDER BY 5, bool_or(s.system = '${stewardSystem}') DESC, 1, 2) ${i}`,
      alias: i,
    };
  },
});

/** Companies that somebody belongs to or has left, as `placesByCustomer` and `formerPlacesByCustomer` gather and order them. */
const places = (which: keyof typeof placeOrders): ListReading => ({
  kind: 'list',
  typeName: 'Affiliation',
  from: (customer, call) => {
    const a = call.alias('a');
    const isCurrent = which === 'current';
    return {
      sql: `FROM (SELECT one.*, ${isCurrent ? `row_number() OVER (ORDER BY ${placeOrders.current}) = 1` : 'false'} AS is_first
        FROM (${placesSql(`a.customer_id = ${customer}.id`)}) one
       WHERE one.ended_on IS ${isCurrent ? '' : 'NOT '}NULL ORDER BY ${placeOrders[which]}) ${a}`,
      alias: a,
    };
  },
});

/** The first of a record's own mailboxes or phones, or of those that others mention with it: `pointersOf(current)[0]`. */
const firstOf = (r: string, list: string): string =>
  `coalesce(${r}.said->'${list}'->>0, ${r}.said->'mentioned'->'${list}'->>0)`;

/** `showName(current.values)?.display` as SQL. */
const shownName = (r: string): string => {
  const said = (name: string) => `nullif(${r}.said->'values'->>'${name}', '')`;
  const [before, after] = [1, 2].map((part) => `btrim(split_part(${said('fullName')}, ',', ${part}))`);
  const isTurned = `${before} <> '' AND ${after} <> '' AND ${after} !~* '^(jr|sr|ii|iii|iv|phd|md)\\.?$'`;
  return `CASE WHEN ${said('givenName')} IS NOT NULL OR ${said('familyName')} IS NOT NULL
      THEN concat_ws(' ', ${said('givenName')}, ${said('familyName')}, ${said('nameSuffix')})
    WHEN ${said('fullName')} NOT LIKE '%@%'
      THEN concat_ws(' ', CASE WHEN ${isTurned} THEN ${after} || ' ' || ${before} ELSE ${said('fullName')} END, ${said('nameSuffix')}) END`;
};

/** What identity adds to the customer, read ahead: the same as its batch functions and limbs say. */
export const identityReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      emails: identifiers(['email']),
      phones: identifiers(['phone']),
      handles: identifiers(['handle', 'external']),
      sourceRecords: {
        kind: 'list',
        typeName: 'SourceRecord',
        from: (customer, call) => {
          const [r, m] = [call.alias('r'), call.alias('m')];
          return {
            // What it says is taken apart once for all that is asked of it.
            sql: `FROM (SELECT ${r}.*, ${r}.current::jsonb AS said, coalesce(${m}.valid_from, ${r}.created_at) AS since, coalesce(${m}.cause, 'new') AS cause
              FROM source_record ${r} LEFT JOIN membership ${m} ON ${m}.source_record_id = ${r}.id AND ${m}.valid_to IS NULL
             WHERE ${r}.customer_id = ${customer}.id ORDER BY ${r}.created_at, ${r}.id) ${r}`,
            alias: r,
          };
        },
      },
      decisions: {
        kind: 'list',
        typeName: 'Decision',
        from: (customer, call) => {
          const d = call.alias('d');
          return {
            sql: `FROM decision ${d} WHERE ${d}.customer_ids @> ARRAY[${customer}.id] ORDER BY ${d}.at DESC, ${d}.id DESC LIMIT 50`,
            alias: d,
          };
        },
      },
      companies: places('current'),
      formerCompanies: places('former'),
    },
  },
  {
    typeName: 'Identifier',
    fields: {
      kind: { kind: 'value', sql: (i) => `split_part(${i}.kind, ':', 1)`, spelling: 'enum' },
      value: { kind: 'value', sql: (i) => `${i}.value` },
      raw: { kind: 'value', sql: (i) => `${i}.raw` },
      display: {
        kind: 'value',
        sql: (i) =>
          `CASE ${i}.kind WHEN 'email' THEN ${i}.raw WHEN 'phone' THEN coalesce(${i}.shown, ${i}.raw)
            ELSE substr(${i}.kind, strpos(${i}.kind, ':') + 1) || ': ' || ${i}.raw END`,
      },
      weak: { kind: 'value', sql: (i) => `${i}.weak` },
      sourceNames: { kind: 'value', sql: (i) => `${i}.source_names` },
    },
  },
  {
    typeName: 'SourceRecord',
    fields: {
      id: column('id', 'id'),
      sourceKey: column('source_key'),
      displayName: {
        kind: 'value',
        sql: (r) =>
          `coalesce(${shownName(r)}, ${firstOf(r, 'emails')}, ${firstOf(r, 'phones')}, ${r}.source_key)`,
      },
      observedAt: {
        kind: 'value',
        sql: (r) => `coalesce(nullif(${r}.said->>'at', '')::timestamptz, ${r}.created_at)`,
        spelling: 'time',
      },
      since: column('since', 'time'),
      cause: column('cause'),
      source: {
        kind: 'object',
        typeName: 'Source',
        from: (record, call) => {
          const s = call.alias('s');
          return { sql: `FROM source ${s} WHERE ${s}.id = ${record}.source_id`, alias: s };
        },
      },
      identifiers: {
        kind: 'list',
        typeName: 'Identifier',
        from: (record, call) => {
          const [i, s] = [call.alias('i'), call.alias('s')];
          return {
            sql: `FROM (SELECT ${i}.*, ARRAY[${s}.name] AS source_names FROM identifier ${i} LEFT JOIN source ${s} ON ${s}.id = ${record}.source_id
             WHERE ${i}.source_record_id = ${record}.id ORDER BY ${i}.weak, ${i}.kind, ${i}.value) ${i}`,
            alias: i,
          };
        },
      },
    },
  },
  {
    typeName: 'Decision',
    fields: {
      id: column('id', 'id'),
      kind: column('kind'),
      at: column('at', 'time'),
      actorName: column('actor_name'),
      reason: column('reason'),
      customerIds: column('customer_ids'),
      canBeUndone: { kind: 'value', sql: decisionCanBeUndone },
    },
  },
  {
    typeName: 'Affiliation',
    fields: {
      role: { kind: 'value', sql: (a) => `${a}.role` },
      isMain: { kind: 'value', sql: (a) => `${a}.is_first` },
      since: column('started_on'),
      until: column('ended_on'),
      sourceName: column('source_name'),
      saidBy: column('said_by'),
      isOurs: column('is_ours'),
      isSaidHere: column('is_said_here'),
      company: {
        kind: 'object',
        typeName: 'Company',
        from: (place, call) => {
          const c = call.alias('c');
          return { sql: `FROM company ${c} WHERE ${c}.id = ${place}.company_id`, alias: c };
        },
      },
    },
  },
  {
    typeName: 'Company',
    fields: { peopleCount: { kind: 'value', sql: (company) => peopleCountSql(`${company}.id`) } },
  },
];
