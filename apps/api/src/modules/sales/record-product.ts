import { newId } from '#kernel/id';
import { newest } from '#kernel/newest';
import { type Recorder, type SignalKind, thingKey } from '#modules/house';
import { forgetProducts, putProducts } from './data/products.ts';
import type { Product } from './domain/product.ts';
import { type ProductBody, productBody } from './domain/read-product-signal.ts';

const record: Recorder<ProductBody> = async (tx, items) => {
  const products = new Map<string, Product>();
  for (const { signal, sourceId, signalId, at } of items) {
    const key = thingKey(sourceId, signal.subjectKey);
    const { name, sku } = signal.body;
    const said = { id: newId(), sourceId, sourceKey: signal.subjectKey, name, sku: sku ?? null };
    products.set(key, newest(products.get(key), { ...said, observedAt: at, signalId }));
  }
  await putProducts(tx, [...products.values()]);
  return { entries: [], facts: [] };
};

/** A product was added or renamed. */
export const productSignal: SignalKind<ProductBody> = {
  kind: 'product',
  description: 'Something we sell.',
  schema: productBody,
  concernsPerson: false,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await forgetProducts(tx, sourceId, subjectKeys);
  },
};
