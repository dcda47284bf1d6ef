import type { FieldReading, TypeReading } from '#platform/look-ahead';
import { repeatColumns, shownBuyers } from './shown-repeat.ts';

/** `Customer.repeatBuying` as a sub-select of its customer: the same as `repeatByCustomer` says. */
export const repeatReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      repeatBuying: {
        kind: 'object',
        typeName: 'RepeatBuying',
        from: (customer, call) => {
          const b = call.alias('b');
          return { sql: `FROM (${shownBuyers(`b.customer_id = ${customer}.id`)}) ${b}`, alias: b };
        },
      },
    },
  },
  {
    typeName: 'RepeatBuying',
    fields: Object.fromEntries(
      Object.entries(repeatColumns).map(([name, { sql, spelling }]): [string, FieldReading] => [
        name,
        { kind: 'value', sql, ...(spelling ? { spelling } : {}) },
      ]),
    ),
  },
];
