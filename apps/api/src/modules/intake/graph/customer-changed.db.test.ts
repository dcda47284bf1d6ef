import 'reflect-metadata';
import { type ExecutionResult, parse, subscribe } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '#kernel/id';
import type { Signal } from '#modules/house';
import { ensureSource, type Source } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { makeContext, type Viewer } from '#platform/graphql';
import { type FreshDatabase, freshDatabase } from '../../../../../../tests/support/database.ts';
import { emptyDatabase } from '../../../../../../tests/support/dump.ts';
import { buildGraph, modules } from '../../../app/index.ts';
import { subjectsOf } from '../domain/subjects.ts';
import { settleOwed } from '../settle-owed.ts';
import { settleWatched } from '../settle-watched.ts';
import { takeIn } from '../take-in.ts';

const subjects = subjectsOf(modules);
let fresh: FreshDatabase;
/** An import may run in another process than the one that people ask. */
let importing: Database;
let asked: Database;
let source: Source;
const stops: (() => void)[] = [];

const open = (): Promise<Database> =>
  openDatabase({ url: fresh.appUrl, entities: modules.flatMap((one) => one.entities ?? []) });

beforeAll(async () => {
  fresh = await freshDatabase();
  [importing, asked] = await Promise.all([open(), open()]);
});
afterAll(async () => {
  await Promise.all([importing.close(), asked.close()]);
  await fresh.drop();
});
beforeEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await emptyDatabase(fresh.ownerUrl);
  source = await importing.transaction((tx) => ensureSource(tx, 'shop', 'shopify'));
});

const watch = (customerId: string) => {
  const stop = settleWatched(asked, subjects, customerId);
  stops.push(stop);
  return stop;
};

/** Records orders as an import does: what follows is owed. */
const buy = (...users: number[]) =>
  importing.transaction((tx) => {
    const signals = users.map((user): Signal => {
      const key = newId();
      return {
        kind: 'order',
        eventId: key,
        subjectKey: `order:${key}`,
        at: '2026-03-01T10:00:00Z',
        person: { key: `user:${user}`, emails: [`p${user}@example.org`] },
        body: { number: key, status: 'fulfilled', total: 20, currency: 'EUR' },
      };
    });
    return takeIn(tx, subjects, source, signals, { oweWhatFollows: true });
  });

const idOf = async (user: number): Promise<string> => {
  const [row] = await importing.query<{ id: string }>(
    'SELECT customer_id AS id FROM source_record WHERE source_key = $1',
    [`user:${user}`],
  );
  return row!.id;
};
const standing = async (customerId: string) => {
  const [row] = await importing.query<{ stage: string; orders: number }>(
    'SELECT stage, orders FROM customer_summary WHERE customer_id = $1',
    [customerId],
  );
  return row;
};
const owedRows = async () => (await importing.query('SELECT FROM owed')).length;

describe('a customer whose page is open while an import tells of them', () => {
  it('has what follows at once, and whoever nobody looks at with everybody', async () => {
    await buy(1, 2);
    const [seen, unseen] = [await idOf(1), await idOf(2)];
    watch(seen);
    await vi.waitFor(async () => expect(await standing(seen)).toEqual({ stage: 'use', orders: 1 }), 10_000);
    expect(await standing(unseen)).toBeUndefined();
    expect(await importing.query('SELECT customer_id AS id FROM change')).toEqual([{ id: seen }]);
    // It stays owed: whoever settles the import strikes it out.
    expect(await owedRows()).toBeGreaterThan(0);
    await settleOwed(importing, subjects);
    expect(await owedRows()).toBe(0);
    expect(await standing(seen)).toEqual({ stage: 'use', orders: 1 });
    expect(await standing(unseen)).toEqual({ stage: 'use', orders: 1 });
  });

  it('has it again with each next set, for as long as somebody looks', async () => {
    await buy(1, 2);
    const [seen, other] = [await idOf(1), await idOf(2)];
    const [one, two] = [watch(seen), watch(seen)];
    await vi.waitFor(async () => expect(await standing(seen)).toEqual({ stage: 'use', orders: 1 }), 10_000);
    one();
    one();
    await buy(1, 2);
    await vi.waitFor(
      async () => expect(await standing(seen)).toEqual({ stage: 'repeat', orders: 2 }),
      10_000,
    );
    two();
    await buy(1, 2);
    watch(other);
    await vi.waitFor(
      async () => expect(await standing(other)).toEqual({ stage: 'repeat', orders: 3 }),
      10_000,
    );
    expect(await standing(seen)).toEqual({ stage: 'repeat', orders: 2 });
  });

  it('is told of to whoever subscribes to them, and looked for no more when they have left', async () => {
    await buy(1);
    const id = await idOf(1);
    const viewer: Viewer = {
      kind: 'user',
      id: null,
      name: 'Sam',
      role: 'sales-lead',
      department: 'sales',
    };
    const heard = (await subscribe({
      schema: buildGraph(modules),
      document: parse('subscription ($id: ID!) { customerChanged(id: $id) { kinds customer { id } } }'),
      variableValues: { id: id.toUpperCase() },
      contextValue: makeContext(asked, viewer),
    })) as AsyncIterableIterator<ExecutionResult>;
    const { value } = await heard.next();
    expect(value.data.customerChanged).toMatchObject({
      customer: { id },
      kinds: expect.arrayContaining(['order']),
    });
    expect(await standing(id)).toEqual({ stage: 'use', orders: 1 });
    await heard.return!();
    await buy(1, 2);
    const other = await idOf(2);
    watch(other);
    await vi.waitFor(async () => expect(await standing(other)).toEqual({ stage: 'use', orders: 1 }), 10_000);
    expect(await standing(id)).toEqual({ stage: 'use', orders: 1 });
  });
});
