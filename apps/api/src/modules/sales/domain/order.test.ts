import { describe, expect, it } from 'vitest';
import { mergeOrder, type OrderSaid, tellOrder } from './order.ts';
import type { OrderBody } from './read-order-signal.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const said = (n: number, body: OrderBody): OrderSaid => ({
  id: 'new',
  sourceId: 's',
  sourceKey: 'order:1',
  body,
  customerId: 'c',
  sourceRecordId: 'r',
  companyId: null,
  at: day(n),
  signalId: `signal-${n}`,
});
const line = (quantity: number, unitPrice: number) => ({
  key: `${quantity}`,
  quantity,
  unitPrice,
  returnedQuantity: 0,
});

describe('an order', () => {
  it('is worth the sum of its lines when nobody says what it is worth', () => {
    expect(mergeOrder(undefined, said(1, { lines: [line(2, 9.95), line(1, 0.1)] })).total).toBe(20);
    expect(mergeOrder(undefined, said(1, { total: 18, lines: [line(2, 9.95)] })).total).toBe(18);
  });

  it('keeps its total when a later signal only says that it came back', () => {
    const placed = mergeOrder(undefined, said(1, { total: 18, orderedAt: '2026-01-01T00:00:00Z' }));
    expect(mergeOrder(placed, said(9, { status: 'returned' }))).toMatchObject({
      total: 18,
      status: 'returned',
      orderedAt: day(1),
      returnedAt: day(9),
    });
  });

  it('tells that it was placed and that it came back, once each', () => {
    const placed = mergeOrder(undefined, said(1, {}));
    const returned = mergeOrder(placed, said(9, { status: 'returned' }));
    const refunded = mergeOrder(returned, said(10, { status: 'refunded' }));
    const kinds = (telling: ReturnType<typeof tellOrder>) => telling.entries.map((entry) => entry.kind);
    expect(kinds(tellOrder(undefined, placed, day(1)))).toEqual(['order-placed']);
    expect(kinds(tellOrder(placed, returned, day(9)))).toEqual(['order-returned']);
    expect(kinds(tellOrder(returned, refunded, day(10)))).toEqual([]);
    expect(kinds(tellOrder(undefined, refunded, day(10)))).toEqual(['order-placed', 'order-returned']);
  });

  it('is no purchase on the journey when it was cancelled before we heard of it', () => {
    const cancelled = mergeOrder(undefined, said(1, { status: 'cancelled' }));
    expect(tellOrder(undefined, cancelled, day(1)).facts).toEqual([]);
  });
});
