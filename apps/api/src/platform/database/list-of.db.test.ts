import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { type Database, listOf, openDatabase } from './index.ts';
import { WireList } from './wire-list.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

// What PostgreSQL cannot keep is kept out before.
const text = fc.string({ unit: 'grapheme', maxLength: 120 }).filter((one) => !one.includes('\0'));
const values: Record<string, fc.Arbitrary<unknown>> = {
  uuid: fc.uuid(),
  text,
  timestamptz: fc.oneof(
    fc.date({ min: new Date('-004700-01-01'), max: new Date('+200000-01-01'), noInvalidDate: true }),
    fc
      .date({ min: new Date('1000-01-01'), max: new Date('9999-01-01'), noInvalidDate: true })
      .map((one) => one.toISOString()),
  ),
  smallint: fc.integer({ min: -32_768, max: 32_767 }),
  integer: fc.integer(),
  bigint: fc.maxSafeInteger(),
  'double precision': fc.oneof(fc.constant(-0), fc.double({ noNaN: true })),
  real: fc.oneof(fc.constant(-0), fc.float({ noNaN: true })),
  boolean: fc.boolean(),
  bytea: fc.uint8Array().map((one) => Buffer.from(one)),
  json: fc.record({ said: text, n: fc.integer() }),
  jsonb: fc.record({ said: text, n: fc.integer() }),
};

describe('a list in binary form', () => {
  it.each(Object.keys(values))('of %s says the same as the list in text form', async (type) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(values[type]!, { freq: 6 }), { maxLength: 20 }), async (items) => {
        const list = listOf(type, items);
        expect(list).toBeInstanceOf(WireList);
        const asText = type.startsWith('json') ? items.map((one) => one && JSON.stringify(one)) : [...items];
        const [row] = await database.query<{ same: boolean; n: number }>(
          `SELECT $1::${type}[]::text = $2::${type}[]::text AS same, cardinality($1::${type}[]) AS n`,
          [(list as WireList).bytes, asText],
        );
        expect(row).toEqual({ same: true, n: items.length });
      }),
      { numRuns: 40 },
    );
  });
});
