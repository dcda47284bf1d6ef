import { columnsOf, lockRows, newerReplaces, putRows, type Tx } from '#platform/database';
import type { Order, OrderLine } from '../domain/order.ts';
import { OrderEntity } from './order.entity.ts';
import { OrderLineEntity } from './order-line.entity.ts';

/** The orders with these keys, locked until the transaction ends. */
export const lockOrders = (
  tx: Tx,
  keys: readonly Pick<Order, 'sourceId' | 'sourceKey'>[],
): Promise<Order[]> => lockRows(tx, OrderEntity, ['sourceId', 'sourceKey'], keys);

/** Writes orders as they now are. */
export async function putOrders(tx: Tx, orders: readonly Order[]): Promise<void> {
  await putRows(tx, OrderEntity, orders, newerReplaces(OrderEntity, ['sourceId', 'sourceKey']));
}

/** The lines of these orders. */
export const linesOf = (tx: Tx, orderIds: readonly string[]): Promise<OrderLine[]> =>
  tx.named<OrderLine>(
    'order-lines-of',
    `SELECT ${columnsOf(OrderLineEntity, 'l')} FROM order_line l WHERE l.order_id = ANY($1::uuid[]) ORDER BY l.line_key`,
    [orderIds],
  );

/** Puts these lines in the place of all lines that their orders had. */
export async function replaceLines(
  tx: Tx,
  orderIds: readonly string[],
  lines: readonly OrderLine[],
): Promise<void> {
  tx.later('order-lines-clear', 'DELETE FROM order_line WHERE order_id = ANY($1::uuid[])', [orderIds]);
  await putRows(
    tx,
    OrderLineEntity,
    lines,
    `ON CONFLICT (order_id, line_key) DO UPDATE SET product_id = excluded.product_id, quantity = excluded.quantity,
       unit_price = excluded.unit_price, returned_quantity = excluded.returned_quantity`,
  );
}

/** Whose orders these are. */
export async function buyersOfOrders(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'orders-buyers',
    'SELECT DISTINCT customer_id AS id FROM sales_order WHERE source_id = $1 AND source_key = ANY($2::text[])',
    [sourceId, subjectKeys],
  );
  return rows.map(({ id }) => id);
}

/** Takes orders back, with their lines. */
export async function deleteOrders(tx: Tx, sourceId: string, subjectKeys: readonly string[]): Promise<void> {
  tx.later('orders-forget', 'DELETE FROM sales_order WHERE source_id = $1 AND source_key = ANY($2::text[])', [
    sourceId,
    subjectKeys,
  ]);
}
