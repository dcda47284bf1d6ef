import { column, type TypeReading } from '#platform/look-ahead';
import { promiseOrderSql, standingSql } from './promises.ts';

/** What promises add to the customer, read ahead: the same as the batch function and its limb say. */
export const promiseReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      promises: {
        kind: 'list',
        typeName: 'Promise',
        from: (customer, call) => {
          const p = call.alias('p');
          return {
            sql: `FROM (SELECT ${p}.*, ${standingSql(p)} AS standing FROM given_promise ${p}
              WHERE ${p}.customer_id = ${customer}.id AND ${p}.removed_at IS NULL
              ORDER BY ${promiseOrderSql(p)} LIMIT ${call.size('first')}) ${p}`,
            alias: p,
          };
        },
      },
    },
  },
  {
    typeName: 'Promise',
    fields: {
      id: column('id', 'id'),
      kind: column('kind', 'enum'),
      words: column('words'),
      channel: column('channel'),
      department: column('department', 'enum'),
      audience: column('audience'),
      madeAt: column('made_at', 'time'),
      dueAt: column('due_at', 'time'),
      timeZone: { kind: 'value', sql: (p) => `${p}.calendar->>'timeZone'` },
      promiserName: column('promiser_name'),
      serviceLevel: column('service_level'),
      standing: column('standing', 'enum'),
      doneAt: column('done_at', 'time'),
      evidence: column('evidence'),
      withdrawnAt: column('withdrawn_at', 'time'),
    },
  },
];
