import { readMomentCursor } from '#platform/graphql';
import type { TypeReading } from '#platform/look-ahead';

const isPlace = (cursor: unknown): boolean => {
  try {
    return readMomentCursor(String(cursor)).length === 2;
  } catch {
    return false;
  }
};
const partOf = (index: 0 | 1) => (cursor: unknown) => readMomentCursor(String(cursor))[index];
const iso = (sql: string) => `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** `Customer.timeline` as a sub-select of its customer: the same as `timelinePages` and the limb say. */
export const timelineReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      timeline: {
        kind: 'connection',
        typeName: 'TimelineEntry',
        from: (customer, call) => {
          const e = call.alias('e');
          const first = call.size('first');
          const conditions = [`${e}.customer_id = ${customer}.id`];
          if (call.isGiven('departments'))
            conditions.push(`${e}.department = ANY(${call.bind('departments')}::text[])`);
          if (call.isGiven('kinds')) conditions.push(`${e}.kind = ANY(${call.bind('kinds')}::text[])`);
          if (call.isGiven('before')) conditions.push(`${e}.at < ${call.bind('before')}::timestamptz`);
          if (call.isGiven('after')) {
            const at = call.bind('after', { check: isPlace, read: partOf(0) });
            const id = call.bind('after', { check: isPlace, read: partOf(1) });
            conditions.push(`(${e}.at, ${e}.id) < (${at}::timestamptz, ${id}::uuid)`);
          }
          return {
            // The moment is spelled once, for the entry and for its cursor.
            sql: `FROM (SELECT ${e}.*, ${iso(`${e}.at`)} AS "at!" FROM timeline_entry ${e} WHERE ${conditions.join(' AND ')} ORDER BY ${e}.at DESC, ${e}.id DESC LIMIT ${first + 1}) ${e}`,
            alias: e,
            first,
            after: call.isGiven('after'),
            cursor: (row) => [{ sql: `${row}."at!"` }, { sql: `${row}.id` }],
            inHand: { at: { kind: 'text', sql: (row) => `'"' || ${row}."at!" || '"'` } },
          };
        },
      },
    },
  },
  {
    typeName: 'TimelineEntry',
    fields: {
      id: { kind: 'value', sql: (e) => `${e}.id`, spelling: 'id' },
      at: { kind: 'value', sql: (e) => `${e}.at`, spelling: 'time' },
      department: { kind: 'value', sql: (e) => `${e}.department`, spelling: 'enum' },
      kind: { kind: 'value', sql: (e) => `${e}.kind` },
      title: { kind: 'value', sql: (e) => `${e}.title` },
      detail: { kind: 'value', sql: (e) => `${e}.detail` },
      actorName: { kind: 'value', sql: (e) => `${e}.actor_name` },
      sourceName: {
        kind: 'value',
        sql: (e) =>
          `(SELECT s.name FROM source_record r JOIN source s ON s.id = r.source_id WHERE r.id = ${e}.source_record_id)`,
      },
      change: {
        kind: 'inline',
        typeName: 'ValueChange',
        when: (e) => `${e}.change IS NOT NULL`,
        fields: {
          field: { kind: 'value', sql: (e) => `${e}.change->>'field'` },
          before: { kind: 'value', sql: (e) => `${e}.change->>'before'` },
          after: { kind: 'value', sql: (e) => `${e}.change->>'after'` },
        },
      },
    },
  },
];
