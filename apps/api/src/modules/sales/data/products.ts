import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, newerWins, putRows, type Tx } from '#platform/database';
import type { Product } from '../domain/product.ts';
import { ProductEntity } from './product.entity.ts';

/** Writes what was said of products: the newer wins, a blank never erases. */
export async function putProducts(tx: Tx, products: readonly Product[]): Promise<void> {
  await putRows(tx, ProductEntity, products, newerWins(ProductEntity, ['sourceId', 'sourceKey']));
}

/** Makes the products that orders name and nobody told of, and answers with the id of each that was named. */
export async function ensureProducts(
  tx: Tx,
  stubs: readonly Product[],
): Promise<Pick<Product, 'id' | 'sourceId' | 'sourceKey'>[]> {
  if (stubs.length === 0) return [];
  await putRows(tx, ProductEntity, stubs, 'ON CONFLICT (source_id, source_key) DO NOTHING');
  return tx.named(
    'products-by-key',
    `SELECT p.id, source_id AS "sourceId", source_key AS "sourceKey"
       FROM unnest($1::uuid[], $2::text[]) AS asked(source_id, source_key) JOIN product p USING (source_id, source_key)`,
    [stubs.map(({ sourceId }) => sourceId), stubs.map(({ sourceKey }) => sourceKey)],
  );
}

/** Takes back what was said of products; one that orders still name stays, as they know it. */
export async function forgetProducts(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<void> {
  tx.later(
    'products-to-stubs',
    `UPDATE product SET name = source_key, sku = NULL, observed_at = 'epoch', signal_id = NULL
      WHERE source_id = $1 AND source_key = ANY($2::text[])`,
    [sourceId, subjectKeys],
  );
  await forgetUnorderedProducts(tx, sourceId);
}

/** Takes away products that only orders told of, when no order is left. */
export async function forgetUnorderedProducts(tx: Tx, sourceId: string): Promise<void> {
  tx.later(
    'products-forget',
    `DELETE FROM product p WHERE p.source_id = $1 AND p.signal_id IS NULL
        AND NOT EXISTS (SELECT FROM order_line l WHERE l.product_id = p.id)`,
    [sourceId],
  );
}

/** Products by id, in the order asked. */
export async function productsById(db: Db, ids: readonly string[]): Promise<(Product | null)[]> {
  const rows = await db.named<Product>(
    'products-by-id',
    `SELECT ${columnsOf(ProductEntity, 'p')} FROM product p WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}
