import { newId } from '#kernel/id';
import {
  type Located,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  tellTo,
  thingKey,
  untold,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import { deleteOrders, lockOrders, putOrders, replaceLines } from './data/orders.ts';
import { ensureProducts, forgetUnorderedProducts } from './data/products.ts';
import { mergeOrder, type Order, type OrderLine, tellOrder } from './domain/order.ts';
import type { Product } from './domain/product.ts';
import { type OrderBody, orderBody } from './domain/read-order-signal.ts';

type Line = NonNullable<OrderBody['lines']>[number];

const productKeyOf = ({ productKey, sku, productName }: Line): string | undefined =>
  productKey ?? (sku ? `sku:${sku}` : productName && `product:${productName}`);

/** The products that an order names, as it knows them. */
const stubsOf = ({ sourceId, signal }: Located<OrderBody>): Product[] =>
  (signal.body.lines ?? []).flatMap((line) => {
    const sourceKey = productKeyOf(line);
    if (!sourceKey) return [];
    const name = line.productName ?? line.sku ?? sourceKey;
    return [
      { id: newId(), sourceId, sourceKey, name, sku: line.sku ?? null, observedAt: untold, signalId: null },
    ];
  });

const record: Recorder<OrderBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const stubs = new Map(
    items.flatMap(stubsOf).map((stub) => [thingKey(stub.sourceId, stub.sourceKey), stub]),
  );
  const products = new Map(
    (await ensureProducts(tx, [...stubs.values()])).map(({ id, sourceId, sourceKey }) => [
      thingKey(sourceId, sourceKey),
      id,
    ]),
  );
  const locked = await lockOrders(
    tx,
    items.map(({ sourceId, signal }) => ({ sourceId, sourceKey: signal.subjectKey })),
  );
  const orders = new Map<string, Order>(
    locked.map((order) => [thingKey(order.sourceId, order.sourceKey), order]),
  );
  const lines = new Map<string, OrderLine[]>();

  for (const item of items) {
    const [person] = peopleOf(item);
    if (!person) continue;
    const { body, subjectKey: sourceKey } = item.signal;
    const { sourceId, signalId, at } = item;
    const key = thingKey(sourceId, sourceKey);
    const before = orders.get(key);
    const companyId = item.companyId ?? null;
    const after = mergeOrder(before, {
      id: newId(),
      sourceId,
      sourceKey,
      body,
      ...person,
      companyId,
      at,
      signalId,
    });
    orders.set(key, after);
    tellTo([person], signalId, tellOrder(before, after, at), recorded);
    if (body.lines && (!before || at >= before.observedAt))
      lines.set(
        after.id,
        body.lines.map((line) => ({
          orderId: after.id,
          lineKey: line.key,
          productId: products.get(thingKey(sourceId, productKeyOf(line) ?? '')) ?? null,
          quantity: line.quantity,
          unitPrice: line.unitPrice,
          returnedQuantity: line.returnedQuantity,
        })),
      );
  }
  await putOrders(tx, [...orders.values()]);
  await replaceLines(tx, [...lines.keys()], onePerKey([...lines.values()].flat()));
  return recorded;
};

/** Of two lines with one key the later stands. */
const onePerKey = (lines: OrderLine[]): OrderLine[] => [
  ...new Map(lines.map((line) => [`${line.orderId} ${line.lineKey}`, line])).values(),
];

/** Something was ordered, sent, cancelled, returned or refunded. */
export const orderSignal: SignalKind<OrderBody> = {
  kind: 'order',
  description: 'Something somebody bought: its lines, its total, and whether it came back.',
  schema: orderBody,
  concernsPerson: true,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'order', subjectKeys);
    await deleteOrders(tx, sourceId, subjectKeys);
    await forgetUnorderedProducts(tx, sourceId);
  },
};
