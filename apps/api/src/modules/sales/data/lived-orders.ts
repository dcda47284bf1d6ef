import type { LivedReader } from '#modules/house';
import { type LivedOrder, liveOrder } from '../domain/lived-order.ts';

/** What these customers lived with what they bought. */
export const livedOrders: LivedReader = async (db, customerIds) => {
  const rows = await db.named<LivedOrder>(
    'sales-lived',
    `SELECT o.id, o.customer_id AS "customerId", o.number, o.source_key AS "sourceKey", o.status, o.ordered_at AS "orderedAt",
            o.returned_at AS "returnedAt", o.observed_at AS "observedAt",
            EXISTS (SELECT FROM order_line l WHERE l.order_id = o.id AND l.returned_quantity > 0) AS "someCameBack"
       FROM sales_order o WHERE o.customer_id = ANY($1::uuid[])`,
    [customerIds],
  );
  return rows.map(liveOrder);
};
