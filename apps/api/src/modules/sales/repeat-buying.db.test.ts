import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inventPurchases } from '../../../../../tests/support/invent-purchases.ts';
import { type TestPerson, type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import { expectOfBuyers } from './expect-of-buyers.ts';
import { fitRepeatBuyers } from './fit-repeat-buying.ts';
import { orderSignal } from './record-order.ts';

let world: TestWorld;
let ada: TestPerson;
let bob: TestPerson;
const now = new Date();
const today = Math.floor(now.getTime() / 86_400_000);
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

beforeAll(async () => {
  // What is expected counts from the day: it is one day for all of this, also at midnight.
  vi.useFakeTimers({ now, toFake: ['Date'] });
  world = await testWorld();
  ada = await world.person('Ada');
  bob = await world.person('Bob');
  const purchases = inventPurchases(900, { from: today - 700, until: today - 1 });
  const names = [...new Set(purchases.map(({ buyer }) => buyer))];
  await world.database.query(
    `WITH who AS (INSERT INTO customer (id, display_name, created_at) SELECT gen_random_uuid(), name, now() FROM unnest($2::text[]) name RETURNING id, display_name),
          record AS (INSERT INTO source_record (id, source_id, kind, source_key, customer_id, created_at)
                     SELECT gen_random_uuid(), $1::uuid, 'person', display_name, id, now() FROM who RETURNING id, customer_id, source_key)
     INSERT INTO sales_order (id, source_id, source_key, customer_id, source_record_id, status, total, currency, ordered_at, observed_at)
     SELECT gen_random_uuid(), $1::uuid, 'bought ' || p.buyer || p.day, r.customer_id, r.id, 'fulfilled', p.value, 'EUR', to_timestamp(p.day * 86400), now()
       FROM unnest($3::text[], $4::int[], $5::float8[]) AS p(buyer, day, value) JOIN record r ON r.source_key = p.buyer`,
    [
      world.sourceId,
      names,
      purchases.map(({ buyer }) => buyer),
      purchases.map(({ day }) => day),
      purchases.map(({ value }) => value),
    ],
  );
});
afterAll(async () => {
  vi.useRealTimers();
  await world?.close();
});

let orders = 0;
const buys = async (person: TestPerson, days: number, body: object = {}, key = `order ${++orders}`) =>
  world.record(orderSignal, [
    await world.located(
      orderSignal,
      {
        subjectKey: key,
        at: now.toISOString(),
        body: { number: key, orderedAt: ago(days), total: 40, currency: 'EUR', status: 'fulfilled', ...body },
      },
      { person },
    ),
  ]);
const kept = () =>
  world.database.query(
    `SELECT b.*, (SELECT value FROM customer_behaviour v WHERE v.customer_id = b.customer_id) AS behaviour FROM repeat_buyer b ORDER BY 1, 2`,
  );

describe('what is expected of buyers', () => {
  it('is not said while nothing was learned', async () => {
    await buys(ada, 200);
    expect(await kept()).toEqual([]);
  });

  it('is learned once, and not again on the same day without news', async () => {
    expect(await fitRepeatBuyers(world.database, now)).toMatchObject({ fitted: ['EUR'] });
    expect(await fitRepeatBuyers(world.database, now)).toEqual({ fitted: [], reckoned: 0 });
    const [fit] = await world.database.query<Record<string, unknown>>(
      'SELECT passed, reasons, version FROM repeat_fit',
    );
    expect(fit).toEqual({ passed: true, reasons: [], version: 1 });
    const [row] = await world.database.query<Record<string, number | null>>(
      'SELECT * FROM repeat_buyer WHERE customer_id = $1',
      [ada.customerId],
    );
    expect(row).toMatchObject({ purchases: 1, alive: null });
    expect(row!.expected365!).toBeGreaterThan(0);
  });

  it('follows each order, late, corrected, sent back or of another currency, as if all had been known from the beginning', async () => {
    await buys(ada, 20);
    await buys(ada, 90);
    await buys(bob, 10, { currency: 'RON' });
    await buys(bob, 300);
    await buys(bob, 100, {}, 'back');
    await buys(bob, 100, { status: 'returned', returnedAt: ago(1) }, 'back');
    await buys(bob, 5, { total: 0 });
    const before = await kept();
    const mine = before.filter((row) => row.customer_id === ada.customerId);
    expect(mine).toMatchObject([{ purchases: 3, currency: 'EUR' }]);
    expect(before.filter((row) => row.customer_id === bob.customerId)).toMatchObject([{ purchases: 1 }]);
    await world.database.query('UPDATE repeat_buyer SET purchases = 99, alive = 0');
    const ids = [...new Set(before.map((row) => row.customer_id as string))];
    await world.database.transaction((tx) => expectOfBuyers(tx, ids.reverse(), now));
    expect(await kept()).toEqual(before);
  });

  it('pulls the behaviour lever of attachment', async () => {
    const rows = await kept();
    expect(rows.every(({ behaviour }) => (behaviour as number) >= 0 && (behaviour as number) <= 1)).toBe(
      true,
    );
    expect(new Set(rows.map(({ behaviour }) => behaviour)).size).toBeGreaterThan(100);
  });

  it('goes when the orders are taken back', async () => {
    const keys = (
      await world.database.query<{ key: string }>(
        'SELECT source_key AS key FROM sales_order WHERE customer_id = $1',
        [ada.customerId],
      )
    ).map(({ key }) => key);
    await world.database.transaction((tx) => orderSignal.forget!(tx, world.sourceId, keys));
    expect((await kept()).filter((row) => row.customer_id === ada.customerId)).toEqual([]);
  });
});
