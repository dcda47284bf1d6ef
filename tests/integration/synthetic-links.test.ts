import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules, openGraph } from '../../apps/api/src/app/index.ts';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';
import {
  linkSynthetically,
  mergeCustomers,
  moveRulesOf,
  unmergeCustomer,
} from '../../apps/api/src/modules/identity/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let schema: GraphQLSchema;
const lea: Viewer = { kind: 'user', id: null, name: 'Lea', role: 'admin', department: null };
const actor = { kind: 'system', id: null, name: 'a demonstration' } as const;
const rules = moveRulesOf(modules);
const day = (n: number) => new Date(Date.UTC(2026, 4, n)).toISOString();

async function ask(source: string) {
  const result = await graphql({ schema, source, contextValue: makeContext(world.database, lea) });
  expect(result.errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  return result.data as any;
}
const credit = async () => (await ask('{ purchaseCredit { conversions n } }')).purchaseCredit;
const told = (source: string, signals: Signal[]) =>
  world.database.transaction(async (tx) => {
    await takeIn(tx, subjectsOf(modules), await ensureSource(tx, source, 'csv'), signals);
  });
const visit = (who: string): Signal => ({
  kind: 'touch',
  eventId: `visit ${who}`,
  subjectKey: `visit:${who}`,
  at: day(1),
  person: { key: `visitor:${who}`, profile: { fullName: `Visitor ${who}` } },
  body: { kind: 'visited', channel: 'web' },
});
const order = (who: string): Signal => ({
  kind: 'order',
  eventId: `order ${who}`,
  subjectKey: `order:${who}`,
  at: day(5),
  person: { key: `buyer:${who}`, profile: { fullName: `Buyer ${who}` } },
  body: {
    number: who,
    orderedAt: day(5),
    lines: [{ key: '1', productName: 'Lamp', quantity: 1, unitPrice: 10 }],
  },
});
const customerOf = async (key: string): Promise<string> => {
  const [row] = await world.database.query<{ id: string }>(
    'SELECT customer_id AS id FROM source_record WHERE source_key = $1',
    [key],
  );
  return row!.id;
};

beforeAll(async () => {
  world = await testWorld();
  schema = openGraph(modules).schema;
  await told('visits', [visit('1'), visit('2')]);
  await told('shop', [order('1'), order('2')]);
});
afterAll(() => world.close());

describe('people of unrelated sets, joined for show', () => {
  it('count in no credit for purchases, while those who were joined in earnest do', async () => {
    expect(await credit()).toEqual({ conversions: 0, n: 2 });
    const linked = await world.database.transaction((tx) =>
      linkSynthetically(
        tx,
        [
          [
            { source: 'shop', key: 'buyer:1' },
            { source: 'visits', key: 'visitor:1' },
          ],
          [
            { source: 'shop', key: 'buyer:1' },
            { source: 'visits', key: 'visitor:nobody' },
          ],
        ],
        actor,
        rules,
      ),
    );
    expect(linked).toBe(1);
    expect(await customerOf('visitor:1')).toBe(await customerOf('buyer:1'));
    expect(await credit()).toEqual({ conversions: 0, n: 1 });
    const [survivorId, otherId] = [await customerOf('buyer:2'), await customerOf('visitor:2')];
    await world.database.transaction((tx) => mergeCustomers(tx, { survivorId, otherId, actor }, rules));
    expect(await credit()).toEqual({ conversions: 1, n: 1 });
  });

  it('are shown as such on their records', async () => {
    const { customer } = await ask(
      `{ customer(id: "${await customerOf('buyer:1')}") { sourceRecords { sourceKey cause } } }`,
    );
    expect(customer.sourceRecords).toEqual(
      expect.arrayContaining([{ sourceKey: 'visitor:1', cause: 'synthetic-link' }]),
    );
  });

  it('stay out when they are merged with somebody in earnest, and are themselves again when the link is undone', async () => {
    const [survivorId, otherId] = [await customerOf('buyer:2'), await customerOf('buyer:1')];
    const joined = await world.database.transaction((tx) =>
      mergeCustomers(tx, { survivorId, otherId, actor }, rules),
    );
    expect(await credit()).toEqual({ conversions: 0, n: 0 });
    const undo = (decisionId: string) =>
      world.database.transaction((tx) => unmergeCustomer(tx, decisionId, actor, null, rules));
    if (!joined.ok) throw new Error(joined.refusal.message);
    await undo(joined.value.decisionId);
    const [link] = await world.database.query<{ id: string }>(
      `SELECT id FROM decision WHERE kind = 'synthetic-link'`,
    );
    await undo(link!.id);
    expect(await credit()).toEqual({ conversions: 1, n: 2 });
  });

  it('law: whatever Insights reads of several subjects of a customer leaves them out', () => {
    const folder = join(resolve(import.meta.dirname, '../..'), 'apps/api/src/modules/insights/data');
    const forgetful = readdirSync(folder).filter((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return /\bcustomer_id\b/.test(text) && !/\$\{syntheticCustomers\}/.test(text);
    });
    expect(forgetful).toEqual([]);
  });
});
