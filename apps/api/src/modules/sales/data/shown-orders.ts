import { groupBy, inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db } from '#platform/database';
import { orderSql, type PagedRows, type PageKey, pagesByParent, type WithCursor } from '#platform/pages';
import type { Order, OrderLine } from '../domain/order.ts';
import { OrderEntity } from './order.entity.ts';
import { OrderLineEntity } from './order-line.entity.ts';

/** The orders of a customer, the newest first. */
export const ordersOf: PagedRows = {
  name: 'orders-of',
  table: 'sales_order',
  order: [
    { kind: 'moment', sql: (o) => `${o}.ordered_at`, falls: true },
    { kind: 'id', sql: (o) => `${o}.id`, falls: true },
  ],
  where: (o, customer) => `${o}.customer_id = ${customer}`,
};

/** Pages of the orders of each customer. */
export const orderPages = (db: Db, keys: readonly PageKey[]): Promise<WithCursor<Order>[][]> =>
  pagesByParent<Order>(db, ordersOf, { columns: (o) => columnsOf(OrderEntity, o) }, keys);

/** Whose orders, and how many. */
export interface OrdersKey {
  customerId: string;
  first: number;
}

/** The newest orders of each customer. */
export async function ordersByCustomer(db: Db, keys: readonly OrdersKey[]): Promise<Order[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<Order & { place: number }>(
    `orders-by-customer-${limit}`,
    `SELECT asked.place::int AS place, ${columnsOf(OrderEntity, 'r')}
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(customer, place)
      CROSS JOIN LATERAL (SELECT * FROM sales_order o WHERE ${ordersOf.where('o', 'asked.customer', {})}
                           ORDER BY ${orderSql(ordersOf.order, 'o')} LIMIT ${limit}) r
      ORDER BY asked.place, ${orderSql(ordersOf.order, 'r')}`,
    [keys.map((key) => key.customerId)],
  );
  return inPlaces(rows, keys.length).map((list, place) => list.slice(0, keys[place]!.first));
}

/** The lines of each order, by their key. An order has at most a thousand. */
export async function linesByOrder(db: Db, orderIds: readonly string[]): Promise<OrderLine[][]> {
  const rows = await db.named<OrderLine>(
    'order-lines',
    `SELECT ${columnsOf(OrderLineEntity, 'l')} FROM order_line l WHERE l.order_id = ANY($1::uuid[]) ORDER BY l.order_id, l.line_key`,
    [orderIds],
  );
  const lines = groupBy(rows, ({ orderId }) => orderId);
  return orderIds.map((id) => lines.get(id) ?? []);
}

/** Orders by id, in the order asked. */
export async function ordersById(db: Db, ids: readonly string[]): Promise<(Order | null)[]> {
  const rows = await db.named<Order>(
    'orders-by-id',
    `SELECT ${columnsOf(OrderEntity, 'o')} FROM sales_order o WHERE o.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}
