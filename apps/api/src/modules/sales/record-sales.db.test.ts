import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '#modules/customers';
import { type TestPerson, type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import { salesSummary } from './data/deals.ts';
import { dealSignal } from './record-deal.ts';
import { orderSignal } from './record-order.ts';
import { pipelineSignal } from './record-pipeline.ts';
import { productSignal } from './record-product.ts';

let world: TestWorld;
let ada: TestPerson;
let bob: TestPerson;
beforeAll(async () => {
  world = await testWorld();
  ada = await world.person('Ada');
  bob = await world.person('Bob');
});
afterAll(() => world.close());

const at = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const deal = (key: string, n: number, body: object, whose: object = { person: ada }) =>
  world.located(dealSignal, { subjectKey: key, at: at(n), body }, whose);
const row = async (table: string, key: string) =>
  (await world.rows(table)).find((one) => one.source_key === key);

describe('deals', () => {
  it('make the pipeline and stage they name, which the pipeline itself fills in later', async () => {
    await world.record(dealSignal, [
      await deal('deal:1', 1, {
        name: 'Roof',
        pipelineName: 'Sales Pipeline',
        stageName: 'Closed Won',
        amount: 1234.56,
      }),
    ]);
    expect(await row('deal', 'deal:1')).toMatchObject({ name: 'Roof', outcome: 'won', amount: 1234.56 });
    expect(await world.rows('pipeline_stage', 'name', 'outcome')).toEqual([
      { name: 'Closed Won', outcome: 'won' },
    ]);

    await world.record(pipelineSignal, [
      await world.located(pipelineSignal, {
        subjectKey: 'pipeline:Sales Pipeline',
        at: at(2),
        body: { name: 'Sales', stages: [{ key: 'Closed Won', name: 'Signed', position: 6, probability: 1 }] },
      }),
    ]);
    expect(await world.rows('pipeline', 'name')).toEqual([{ name: 'Sales' }]);
    expect(await world.rows('pipeline_stage', 'name', 'position')).toEqual([{ name: 'Signed', position: 6 }]);
  });

  it('an older value overwrites nothing, a blank erases nothing', async () => {
    await world.record(dealSignal, [
      await deal('deal:2', 5, { name: 'Now', stageName: 'Offer', amount: 10 }),
    ]);
    await world.record(dealSignal, [
      await deal('deal:2', 1, { name: 'Then', stageName: 'Talks', ownerName: 'Inès' }),
    ]);
    await world.record(dealSignal, [await deal('deal:2', 6, { name: '' })]);
    expect(await row('deal', 'deal:2')).toMatchObject({
      name: 'Now',
      stage_name: 'Offer',
      amount: 10,
      owner_name: 'Inès',
      observed_at: new Date(at(6)),
    });
  });

  it('tell the whole story to everybody on them, also to who joins later', async () => {
    const opened = await world.record(dealSignal, [
      await deal('deal:3', 1, { name: 'Cellar', stageName: 'Talks' }, { person: ada, others: [bob] }),
    ]);
    expect(opened.entries.map(({ customerId, kind }) => [customerId, kind])).toEqual([
      [ada.customerId, 'deal-opened'],
      [bob.customerId, 'deal-opened'],
    ]);
    const cleo = await world.person('Cleo');
    const joined = await world.record(dealSignal, [
      await deal('deal:3', 2, { stageName: 'Offer' }, { person: cleo }),
    ]);
    expect(joined.entries.map(({ customerId, kind }) => [customerId, kind])).toEqual([
      [ada.customerId, 'deal-moved'],
      [bob.customerId, 'deal-moved'],
      [cleo.customerId, 'deal-opened'],
    ]);
    expect(joined.entries[0]?.change).toEqual({ field: 'stage', before: 'Talks', after: 'Offer' });
    const won = await world.record(dealSignal, [await deal('deal:3', 3, { outcome: 'won' }, {})]);
    expect(won.facts.map(({ kind }) => kind)).toEqual(['deal-won', 'deal-won', 'deal-won']);
  });

  it('come to the same in one set or one by one, and recorded twice', async () => {
    const steps = async (key: string) => [
      await deal(key, 1, { name: 'Same', pipelineName: 'P', stageName: 'Talks' }),
      await deal(key, 3, { stageName: 'lost' }, {}),
      await deal(key, 2, { stageName: 'Offer', amount: 5 }),
    ];
    const together = await steps('deal:together');
    await world.record(dealSignal, together);
    for (const item of await steps('deal:apart')) await world.record(dealSignal, [item]);
    const bare = async (key: string) => {
      const { id, source_key, signal_id, ...rest } = (await row('deal', key))!;
      return rest;
    };
    expect(await bare('deal:together')).toEqual(await bare('deal:apart'));
    const before = [await world.rows('deal'), await world.rows('deal_person')];
    await world.record(dealSignal, together);
    expect([await world.rows('deal'), await world.rows('deal_person')]).toEqual(before);
  });

  it('ask as many statements for 500 as for one', async () => {
    const many = await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        deal(`many:${n}`, 1, { name: `${n}`, pipelineName: 'P', stageName: 'Talks' }),
      ),
    );
    await world.record(dealSignal, many.slice(0, 1));
    const one = await world.statements((tx) => dealSignal.record(tx, many.slice(0, 1)));
    expect(await world.statements((tx) => dealSignal.record(tx, many))).toBe(one);
    expect(one).toBeLessThanOrEqual(7);
  });

  it('two signals about one new deal at the same moment make one deal', async () => {
    const [a, b] = [await deal('race', 1, { name: 'A', amount: 7 }), await deal('race', 2, { name: 'B' })];
    await Promise.all([world.record(dealSignal, [a]), world.record(dealSignal, [b])]);
    expect(await row('deal', 'race')).toMatchObject({ name: 'B', amount: 7 });
  });

  it('are forgotten with the stages that only they named', async () => {
    await world.record(dealSignal, [
      await deal('gone', 1, { pipelineName: 'Only here', stageName: 'Only stage' }),
    ]);
    await world.database.transaction((tx) => dealSignal.forget!(tx, world.sourceId, ['gone']));
    expect(await row('deal', 'gone')).toBeUndefined();
    expect((await world.rows('pipeline', 'name')).map(({ name }) => name)).not.toContain('Only here');
  });
});

describe('orders', () => {
  const order = (n: number, body: object, key = 'order:1') =>
    world.located(orderSignal, { subjectKey: key, at: at(n), body }, { person: bob });

  it('keep their lines until new ones are told, and come back', async () => {
    const placed = await order(1, {
      number: 'A-1',
      currency: 'eur',
      lines: [{ key: '1', sku: 'VAC-9', productName: 'Vacuum cleaner', quantity: 2, unitPrice: 99.5 }],
    });
    await world.record(orderSignal, [placed]);
    expect(await row('sales_order', 'order:1')).toMatchObject({
      total: 199,
      currency: 'EUR',
      status: 'placed',
    });
    const recorded = await world.record(orderSignal, [await order(9, { status: 'returned' })]);
    expect(recorded.facts).toMatchObject([{ kind: 'order-returned' }]);
    expect(await world.rows('order_line', 'quantity')).toEqual([{ quantity: 2 }]);
    await world.record(orderSignal, [placed]);
    expect(await row('sales_order', 'order:1')).toMatchObject({ status: 'returned', total: 199 });

    await world.record(productSignal, [
      await world.located(productSignal, { subjectKey: 'sku:VAC-9', at: at(3), body: { name: 'Vacuum 9' } }),
    ]);
    expect(await world.rows('product', 'name', 'sku')).toEqual([{ name: 'Vacuum 9', sku: 'VAC-9' }]);
  });

  it('told one line at a time are worth all their lines, and came back when every line did', async () => {
    const line = (sku: string, unitPrice: number, returnedQuantity = 0) => ({
      linesAre: 'some',
      lines: [{ key: sku, sku, quantity: 1, unitPrice, returnedQuantity }],
    });
    await world.record(orderSignal, [
      await order(1, line('A', 10), 'order:2'),
      await order(1, line('B', 5), 'order:2'),
    ]);
    await world.record(orderSignal, [await order(1, line('C', 2.5), 'order:2')]);
    expect(await row('sales_order', 'order:2')).toMatchObject({ total: 17.5, status: 'placed' });
    const recorded = await world.record(orderSignal, [await order(3, line('B', 5, 1), 'order:2')]);
    expect(recorded.facts).toMatchObject([{ kind: 'order-returned' }]);
    expect(await row('sales_order', 'order:2')).toMatchObject({ total: 17.5, status: 'placed' });
    await world.record(orderSignal, [
      await order(3, line('A', 10, 1), 'order:2'),
      await order(3, line('C', 2.5, 1), 'order:2'),
      await order(2, line('C', 9), 'order:2'),
    ]);
    expect(await row('sales_order', 'order:2')).toMatchObject({ total: 17.5, status: 'returned' });
  });

  it('and deals are counted in the summary, with values of the commonest currency', async () => {
    const dora = await world.person('Dora');
    const whose = { person: dora };
    await world.record(dealSignal, [
      await deal('d:1', 1, { amount: 100, currency: 'EUR' }, whose),
      await deal('d:2', 1, { amount: 50, currency: 'EUR' }, whose),
      await deal('d:3', 1, { amount: 7, currency: 'USD' }, whose),
      await deal('d:4', 1, { amount: 30, currency: 'EUR', outcome: 'won' }, whose),
    ]);
    await world.record(orderSignal, [
      await world.located(orderSignal, { subjectKey: 'o:d', at: at(1), body: {} }, whose),
    ]);
    await world.database.transaction(async (tx) =>
      summarise(tx, [salesSummary], [dora.customerId, ada.customerId]),
    );
    const [summary] = await world.database.query(
      'SELECT open_deals, open_deal_value, won_value, currency, orders FROM customer_summary WHERE customer_id = $1',
      [dora.customerId],
    );
    expect(summary).toEqual({
      open_deals: 3,
      open_deal_value: 150,
      won_value: 30,
      currency: 'EUR',
      orders: 1,
    });
  });
});
