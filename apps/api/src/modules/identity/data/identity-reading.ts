import type { ListReading, TypeReading } from '#platform/look-ahead';
import { stewardSystem } from '../domain/golden.ts';

/** Identifiers of one sort, as `identifiersByCustomer` gathers and orders them. */
const identifiers = (sorts: readonly string[]): ListReading => ({
  kind: 'list',
  typeName: 'Identifier',
  from: (customer, call) => {
    const i = call.alias('i');
    const wanted = sorts.map((sort) => `i.kind = '${sort}' OR i.kind LIKE '${sort}:%'`).join(' OR ');
    return {
      sql: `FROM (SELECT i.kind, i.value, min(i.raw) AS raw, bool_and(i.weak) AS weak, array_agg(DISTINCT s.name ORDER BY s.name) AS source_names
        FROM source_record r JOIN identifier i ON i.source_record_id = r.id JOIN source s ON s.id = r.source_id
       WHERE r.customer_id = ${customer}.id AND (${wanted}) GROUP BY 1, 2
       ORDER BY 4, bool_or(s.system = '${stewardSystem}') DESC, 1, 2) ${i}`,
      alias: i,
    };
  },
});

/** What identity adds to the customer, read ahead. How a phone is written is a matter of its country and left to the resolver. */
export const identityReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      emails: identifiers(['email']),
      handles: identifiers(['handle', 'external']),
      companies: {
        kind: 'list',
        typeName: 'Affiliation',
        from: (customer, call) => {
          const a = call.alias('a');
          return {
            sql: `FROM (SELECT one.*, row_number() OVER (ORDER BY one.is_main DESC, one.observed_at DESC, one.company_id) = 1 AS is_first FROM (
              SELECT DISTINCT ON (a.company_id) a.company_id, a.role, a.is_main, a.observed_at, s.name AS source_name
                FROM affiliation a LEFT JOIN source_record r ON r.id = a.source_record_id LEFT JOIN source s ON s.id = r.source_id
               WHERE a.customer_id = ${customer}.id ORDER BY a.company_id, a.is_main DESC, a.observed_at DESC, a.source_record_id) one
               ORDER BY one.is_main DESC, one.observed_at DESC, one.company_id) ${a}`,
            alias: a,
          };
        },
      },
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
          `CASE WHEN ${i}.kind = 'email' THEN ${i}.raw ELSE substr(${i}.kind, strpos(${i}.kind, ':') + 1) || ': ' || ${i}.raw END`,
      },
      weak: { kind: 'value', sql: (i) => `${i}.weak` },
      sourceNames: { kind: 'value', sql: (i) => `${i}.source_names` },
    },
  },
  {
    typeName: 'Affiliation',
    fields: {
      role: { kind: 'value', sql: (a) => `${a}.role` },
      isMain: { kind: 'value', sql: (a) => `${a}.is_first` },
      sourceName: { kind: 'value', sql: (a) => `${a}.source_name` },
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
];
