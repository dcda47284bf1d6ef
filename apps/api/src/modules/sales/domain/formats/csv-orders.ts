import { defineFormat, type RowReader } from '#modules/house';
import type { OrderStatus } from '../read-order-signal.ts';

const statusWords: Record<string, OrderStatus> = {
  placed: 'placed',
  pending: 'placed',
  paid: 'placed',
  processing: 'placed',
  open: 'placed',
  fulfilled: 'fulfilled',
  shipped: 'fulfilled',
  delivered: 'fulfilled',
  completed: 'fulfilled',
  complete: 'fulfilled',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  returned: 'returned',
  refunded: 'refunded',
};

/** Orders of a shop, one product a row; rows with one order's id are lines of that order. */
export const csvOrders = defineFormat({
  name: 'csv-orders',
  system: 'csv',
  label: 'Orders of a shop',
  order: 40,
  hasAmounts: true,
  marks: {
    needs: [
      ['Order ID', 'Order number', 'Order no', 'Order', 'Name'],
      ['Product', 'Product name', 'Item', 'SKU', 'Lineitem name', 'Lineitem sku'],
      ['Quantity', 'Qty', 'Lineitem quantity', 'Unit price', 'Price', 'Lineitem price'],
      ['Email', 'Customer email', 'Phone', 'Customer ID'],
    ],
    likes: ['Order ID', 'Email', 'Ordered at', 'SKU', 'Quantity', 'Unit price', 'Currency', 'Status'],
  },
  read(row) {
    const id = row.need(
      'missing-id',
      'This row does not say to which order it belongs',
      'Order ID',
      'Order number',
      'Order no',
      'Order',
      'Name',
    );
    const at = row.moment('Ordered at', 'Order date', 'Date', 'Created at');
    if (!at) row.refuse('missing-date', `Order ${id} does not say when it was placed`, 'Ordered at');
    const status = statusOf(row);
    return {
      kind: 'order',
      subjectKey: `order:${id}`,
      at: row.moment('Updated at', 'Returned at') ?? at,
      person: buyerOf(row, id),
      body: {
        number: id.slice(0, 100),
        status: status === 'returned' ? undefined : status,
        currency: row.currency('Currency'),
        orderedAt: at,
        returnedAt: row.moment('Returned at'),
        lines: [lineOf(row, status)],
        linesAre: 'some',
      },
    };
  },
});

function buyerOf(row: RowReader, id: string) {
  const key = row.text('Customer ID');
  const emails = row.emails('Email', 'Customer email');
  const phones = row.texts('Phone', 'Customer phone');
  if (!key && !emails.length && !phones.length)
    row.refuse('no-person', `Order ${id} does not say whose it is`, 'Email');
  const fullName = row.text('Customer', 'Customer name', 'Billing name');
  return {
    ...(key ? { key: `customer:${key}` } : {}),
    emails,
    phones,
    ...(fullName ? { profile: { fullName } } : {}),
  };
}

function lineOf(row: RowReader, status: OrderStatus | undefined) {
  const productName = row.brief(300, 'Product', 'Product name', 'Item', 'Lineitem name');
  const sku = row.brief(100, 'SKU', 'Lineitem sku');
  const quantity = row.number('Quantity', 'Qty', 'Lineitem quantity') ?? 1;
  if (quantity < 0) row.refuse('bad-number', `${quantity} is no quantity`, 'Quantity');
  if (!productName && !sku) row.refuse('missing-product', 'This row names no product', 'Product');
  const isBack = status === 'returned' || status === 'refunded';
  return {
    key: row.brief(200, 'Line ID', 'Line') ?? sku ?? productName?.slice(0, 200),
    productName,
    sku,
    quantity,
    unitPrice: row.number('Unit price', 'Price', 'Lineitem price'),
    returnedQuantity: isBack ? quantity : undefined,
  };
}

function statusOf(row: RowReader): OrderStatus | undefined {
  const word = row.text('Status', 'Order status', 'Fulfillment status', 'Financial status');
  if (!word) return undefined;
  const plain = word.toLowerCase();
  if (Object.hasOwn(statusWords, plain)) return statusWords[plain];
  return row.refuse('bad-status', `${word} is no word for where an order stands`, 'Status');
}
