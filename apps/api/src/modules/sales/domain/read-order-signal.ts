import { z } from 'zod';
import { amount, currency, instant, maybeWord, word } from '#modules/house';

/** Where an order stands. */
export const orderStatuses = ['placed', 'fulfilled', 'cancelled', 'returned', 'refunded'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

const quantity = z.number().min(0).max(9_999_999_999);

/** What a source says of an order at `Signal.at`. A missing value says nothing. */
export const orderBody = z.strictObject({
  number: maybeWord(100),
  status: z.enum(orderStatuses).optional(),
  total: amount.optional(),
  currency: currency.optional(),
  orderedAt: instant.optional(),
  returnedAt: instant.optional(),
  /** Whether `lines` are the whole order, or some of it that join the others by their keys (one line a row); all when missing. */
  linesAre: z.enum(['all', 'some']).optional(),
  lines: z
    .array(
      z.strictObject({
        /** Unique within the order. */
        key: word(200),
        /** Subject key of the product in the same source; it need not have arrived yet. */
        productKey: maybeWord(300),
        productName: maybeWord(300),
        sku: maybeWord(100),
        quantity: quantity.default(1),
        unitPrice: z.number().min(-9_999_999_999).max(9_999_999_999).default(0),
        returnedQuantity: quantity.default(0),
      }),
    )
    .max(1000)
    .optional(),
});
export type OrderBody = z.output<typeof orderBody>;
