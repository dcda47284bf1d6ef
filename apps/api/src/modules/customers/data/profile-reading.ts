import type { FieldReading, InlineReading, TypeReading } from '#platform/look-ahead';
import { sharedChoice } from '../domain/kept-golden.ts';

const attributes = [
  'givenName',
  'familyName',
  'nameSuffix',
  'jobTitle',
  'language',
  'timeZone',
  'city',
  'country',
  'birthDate',
  'website',
  'lifecycle',
] as const;

const golden = (attribute: string): InlineReading => {
  // Chosen as the name was, or in its own words.
  const part = (name: string) => (customer: string) =>
    `coalesce(${customer}.golden->'${attribute}'->>'${name}', ${customer}.golden->'${sharedChoice}'->>'${name}')`;
  return {
    kind: 'inline',
    typeName: 'GoldenValue',
    when: (customer) => `${customer}.golden ? '${attribute}'`,
    fields: {
      value: {
        kind: 'value',
        sql: (customer) =>
          `${customer}.${attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      },
      sourceName: { kind: 'value', sql: part('sourceName') },
      sourceRecordId: { kind: 'value', sql: part('recordId') },
      rule: { kind: 'value', sql: part('rule') },
      observedAt: {
        kind: 'value',
        sql: (customer) => `(${part('at')(customer)})::timestamptz`,
        spelling: 'time',
      },
    },
  };
};

/** `Customer.profile`: the golden values stand on the customer's own row. */
export const profileReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      profile: {
        kind: 'inline',
        typeName: 'CustomerProfile',
        fields: Object.fromEntries(attributes.map((name): [string, FieldReading] => [name, golden(name)])),
      },
    },
  },
];
