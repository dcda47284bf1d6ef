import { newest } from '#kernel/newest';
import type { Telling } from '#modules/house';
import type { Hung } from '#modules/sources';
import type { OrderBody, OrderStatus } from './read-order-signal.ts';

/** Something somebody bought. */
export interface Order extends Hung {
  companyId: string | null;
  number: string | null;
  status: OrderStatus;
  total: number;
  currency: string | null;
  orderedAt: Date;
  returnedAt: Date | null;
  observedAt: Date;
}

/** One line of an order. */
export interface OrderLine {
  orderId: string;
  lineKey: string;
  productId: string | null;
  quantity: number;
  unitPrice: number;
  returnedQuantity: number;
}

/** What a signal says of an order. */
export interface OrderSaid {
  id: string;
  sourceId: string;
  sourceKey: string;
  body: OrderBody;
  customerId: string;
  sourceRecordId: string;
  companyId: string | null;
  at: Date;
  signalId: string;
}

type Worth = Pick<OrderLine, 'quantity' | 'unitPrice'>;

/** What lines come to, in cents exactly. */
export const sumOfLines = (lines: readonly Worth[] | undefined): number | null =>
  lines ? Math.round(lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0) * 100) / 100 : null;

/** The order after one more thing was said of it. Without a total it is worth the sum of its lines. */
export function mergeOrder(before: Order | undefined, said: OrderSaid): Order {
  const { body, at } = said;
  const after = newest<
    Omit<Order, 'status' | 'total' | 'orderedAt'> & {
      status: OrderStatus | null;
      total: number | null;
      orderedAt: Date | null;
    }
  >(before, {
    id: before?.id ?? said.id,
    sourceId: said.sourceId,
    sourceKey: said.sourceKey,
    customerId: said.customerId,
    sourceRecordId: said.sourceRecordId,
    companyId: said.companyId,
    number: body.number ?? null,
    status: body.status ?? null,
    total: body.total ?? sumOfLines(body.lines),
    currency: body.currency ?? null,
    orderedAt: body.orderedAt ? new Date(body.orderedAt) : null,
    returnedAt: body.returnedAt ? new Date(body.returnedAt) : null,
    observedAt: at,
    signalId: said.signalId,
  });
  const status = after.status ?? 'placed';
  return {
    ...after,
    status,
    total: after.total ?? 0,
    orderedAt: after.orderedAt ?? at,
    returnedAt: status === 'returned' || status === 'refunded' ? (after.returnedAt ?? at) : after.returnedAt,
  };
}

const cameBack = (order: Order | undefined): boolean =>
  order?.status === 'returned' || order?.status === 'refunded';

/**
 * The lines of an order and the order itself after some of its lines were told. Lines join by key; an older word fills gaps
 * only. Without a total the order is worth all of its lines, and it came back when every one of them did.
 */
export function joinLines(
  order: Order,
  known: readonly OrderLine[],
  told: readonly OrderLine[],
  { body, at }: Pick<OrderSaid, 'body' | 'at'>,
): { order: Order; lines: OrderLine[] } {
  const [first, then] = at < order.observedAt ? [told, known] : [known, told];
  const lines = [...new Map([...first, ...then].map((line) => [line.lineKey, line])).values()];
  const isBack =
    lines.length > 0 && lines.every((line) => line.quantity > 0 && line.returnedQuantity >= line.quantity);
  const wasBack = order.status === 'returned' && body.status === undefined;
  const status = isBack ? 'returned' : wasBack ? 'placed' : order.status;
  return {
    order: {
      ...order,
      status,
      total: body.total ?? sumOfLines(lines) ?? order.total,
      returnedAt: isBack ? (order.returnedAt ?? at) : order.returnedAt,
    },
    lines,
  };
}

/** The keys of an order's lines on the timeline, and of its facts. */
export const orderKeys = (sourceKey: string): string[] =>
  ['placed', 'returned', 'cancelled'].map((word) => `order-${word} ${sourceKey}`);

/** What the timeline and the journey hear when an order goes from `before` to `after`. */
export function tellOrder(
  before: Order | undefined,
  after: Order,
  at: Date,
  hasReturnedLine = false,
): Telling {
  const telling: Telling = { entries: [], facts: [] };
  const key = after.sourceKey;
  const what = after.number ?? key;
  const about = { department: 'sales', subjectType: 'Order', subjectId: after.id } as const;
  const change = { field: 'status', before: before?.status ?? null, after: after.status };
  if (!before) {
    telling.entries.push({
      entryKey: `order-placed ${key}`,
      at: after.orderedAt,
      kind: 'order-placed',
      title: `Order placed: ${what}`,
      ...about,
    });
    if (after.status !== 'cancelled')
      telling.facts.push({ factKey: `order-placed ${key}`, at: after.orderedAt, kind: 'order-placed' });
  }
  if ((cameBack(after) || hasReturnedLine) && !cameBack(before)) {
    const returnedAt = after.returnedAt ?? at;
    telling.entries.push({
      entryKey: `order-returned ${key}`,
      at: returnedAt,
      kind: 'order-returned',
      title: `Order came back: ${what}`,
      change,
      ...about,
    });
    telling.facts.push({ factKey: `order-returned ${key}`, at: returnedAt, kind: 'order-returned' });
  }
  if (after.status === 'cancelled' && before?.status !== 'cancelled')
    telling.entries.push({
      entryKey: `order-cancelled ${key}`,
      at,
      kind: 'order-cancelled',
      title: `Order cancelled: ${what}`,
      change,
      ...about,
    });
  return telling;
}
