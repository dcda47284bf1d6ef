import { groupBy } from '#kernel/batch';
import { newId } from '#kernel/id';
import {
  type Moved,
  movedBetween,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  type Told,
  tellTo,
  thingKey,
  untold,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import type { Tx } from '#platform/database';
import { buyersOfOrders, deleteOrders, linesOf, lockOrders, putOrders, replaceLines } from './data/orders.ts';
import { ensureProducts, forgetUnorderedProducts } from './data/products.ts';
import { fitsInUse } from './data/repeat-buying.ts';
import { joinLines, mergeOrder, type Order, type OrderLine, orderKeys, tellOrder } from './domain/order.ts';
import type { Product } from './domain/product.ts';
import { type OrderBody, orderBody } from './domain/read-order-signal.ts';
import { expectOfBuyers } from './expect-of-buyers.ts';

type Line = NonNullable<OrderBody['lines']>[number];

const productKeyOf = ({ productKey, sku, productName }: Line): string | undefined =>
  productKey ?? (sku ? `sku:${sku}` : productName && `product:${productName}`);

/** The products that an order names, as it knows them. */
const stubsOf = ({ sourceId, signal }: Told<OrderBody>): Product[] =>
  (signal.body.lines ?? []).flatMap((line) => {
    const sourceKey = productKeyOf(line);
    if (!sourceKey) return [];
    const name = line.productName ?? line.sku ?? sourceKey;
    return [
      { id: newId(), sourceId, sourceKey, name, sku: line.sku ?? null, observedAt: untold, signalId: null },
    ];
  });

/** The orders told of, locked, with their lines where some of these may be added to them. */
async function lockWithLines(tx: Tx, told: readonly Told<OrderBody>[]): Promise<[Order[], OrderLine[]]> {
  const locked = await lockOrders(
    tx,
    told.map(({ sourceId, signal }) => ({ sourceId, sourceKey: signal.subjectKey })),
  );
  const joins = locked.length > 0 && told.some(({ signal }) => signal.body.linesAre === 'some');
  const ids = locked.map(({ id }) => id);
  return [locked, joins ? await linesOf(tx, ids) : []];
}

const askAhead = (tx: Tx, told: readonly Told<OrderBody>[]) => {
  const stubs = new Map(told.flatMap(stubsOf).map((stub) => [thingKey(stub.sourceId, stub.sourceKey), stub]));
  return Promise.all([ensureProducts(tx, [...stubs.values()]), lockWithLines(tx, told), fitsInUse(tx)]);
};

type Asked = Awaited<ReturnType<typeof askAhead>>;

const record: Recorder<OrderBody, Asked> = async (tx, items, asked = askAhead(tx, items)) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const [named, [locked, linesBefore], fits] = await asked;
  const products = new Map(named.map(({ id, sourceId, sourceKey }) => [thingKey(sourceId, sourceKey), id]));
  const orders = new Map<string, Order>(
    locked.map((order) => [thingKey(order.sourceId, order.sourceKey), order]),
  );
  const lines = new Map<string, OrderLine[]>();
  const known = groupBy(linesBefore, ({ orderId }) => orderId);

  const moved: Moved[] = [];
  for (const item of items) {
    const [person] = peopleOf(item);
    if (!person) continue;
    const { body, subjectKey: sourceKey } = item.signal;
    const { sourceId, signalId, at } = item;
    const key = thingKey(sourceId, sourceKey);
    const before = orders.get(key);
    const companyId = item.companyId ?? null;
    const merged = mergeOrder(before, {
      id: newId(),
      sourceId,
      sourceKey,
      body,
      companyId,
      at,
      signalId,
      ...person,
    });
    const told = body.lines?.map((line) => ({
      orderId: merged.id,
      lineKey: line.key,
      productId: products.get(thingKey(sourceId, productKeyOf(line) ?? '')) ?? null,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      returnedQuantity: line.returnedQuantity,
    }));
    let after = merged;
    if (told && body.linesAre === 'some') {
      const joined = joinLines(merged, lines.get(merged.id) ?? known.get(merged.id) ?? [], told, {
        body,
        at,
      });
      after = joined.order;
      lines.set(after.id, joined.lines);
    } else if (told && (!before || at >= before.observedAt)) lines.set(after.id, told);
    orders.set(key, after);
    const hasReturnedLine = told?.some(({ returnedQuantity }) => returnedQuantity > 0);
    moved.push(...movedBetween(before, after, { keys: orderKeys(sourceKey), about: null }));
    tellTo([after], signalId, tellOrder(before, after, at, hasReturnedLine), recorded);
  }
  await putOrders(tx, [...orders.values()]);
  await replaceLines(tx, [...lines.keys()], onePerKey([...lines.values()].flat()));
  // Whose they were until now are concerned as well: they have one less.
  const concerned = [...locked, ...orders.values()].map(({ customerId }) => customerId);
  await expectOfBuyers(tx, concerned, new Date(), fits);
  return { ...recorded, concerned, moved };
};

/** Of two lines with one key the later stands. */
const onePerKey = (lines: OrderLine[]): OrderLine[] => [
  ...new Map(lines.map((line) => [`${line.orderId} ${line.lineKey}`, line])).values(),
];

/** Something was ordered, sent, cancelled, returned or refunded. */
export const orderSignal: SignalKind<OrderBody, Asked> = {
  kind: 'order',
  description: 'Something somebody bought: its lines, its total, and whether it came back.',
  schema: orderBody,
  concernsPerson: true,
  record,
  askAhead,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'order', subjectKeys);
    const buyers = await buyersOfOrders(tx, sourceId, subjectKeys);
    await deleteOrders(tx, sourceId, subjectKeys);
    await expectOfBuyers(tx, buyers, new Date());
    await forgetUnorderedProducts(tx, sourceId);
  },
};
