import type { Lived, LivedMoment } from '#modules/house';
import type { Order } from './order.ts';

/** What is needed of an order to know what the customer lived. */
export type LivedOrder = Pick<
  Order,
  'id' | 'customerId' | 'number' | 'sourceKey' | 'status' | 'orderedAt' | 'returnedAt' | 'observedAt'
> & { someCameBack: boolean };

const day = 86_400_000;
/** A purchase is regretted when it is undone within so many days. */
const regretDays = 30;

/**
 * What somebody lived with a purchase. That they bought is no measure of how it was; that something came back says that it was less than
 * they expected (−1 of −2…+2, a convention: they did not say so, they sent it back).
 */
export function liveOrder(order: LivedOrder): Lived {
  const isBack = order.status === 'returned' || order.status === 'refunded' || order.someCameBack;
  const isCancelled = order.status === 'cancelled';
  // Orders that say only that they came back, and not when, are taken to have come back soon.
  const undoneAt = isBack || isCancelled ? (order.returnedAt ?? order.observedAt) : null;
  const moments: LivedMoment[] = [
    { key: 'bought', at: order.orderedAt, kind: 'bought', minutes: 0, signals: {} },
  ];
  if (undoneAt)
    moments.push({
      key: isBack ? 'returned' : 'cancelled',
      at: new Date(Math.max(undoneAt.getTime(), order.orderedAt.getTime())),
      kind: isBack ? 'returned' : 'cancelled',
      minutes: null,
      signals: isBack ? { expectation: -1 } : {},
    });
  return {
    customerId: order.customerId,
    subjectType: 'Order',
    subjectId: order.id,
    title: order.number ?? order.sourceKey,
    department: 'sales',
    touchpoint: 'purchase',
    channel: 'web',
    moments,
    regretted: undoneAt !== null && undoneAt.getTime() - order.orderedAt.getTime() <= regretDays * day,
  };
}
