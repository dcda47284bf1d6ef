import { join } from 'node:path';
import { toSecond } from '../calendar.ts';
import { CsvFile } from '../files/csv-file.ts';
import { sight } from '../people/sight.ts';
import { type Desk, ofKind, type SystemWriter } from './writer.ts';

const COLUMNS = [
  'Order ID',
  'Email',
  'Ordered at',
  'Product',
  'SKU',
  'Quantity',
  'Unit price',
  'Currency',
  'Status',
] as const;

/** Each country's currency, and what a euro is worth in it in the shop: a fixed rate. */
const CURRENCIES = { en: ['GBP', 0.85], it: ['EUR', 1], fr: ['EUR', 1], ro: ['RON', 5] } as const;

/** The web shop's own export: one line per product ordered, known by the buyer's address alone. */
export async function openWebShop({ folder, world, truth }: Desk): Promise<SystemWriter> {
  const path = join(folder, 'shop-orders.csv');
  const orders = await CsvFile.create(path, COLUMNS);
  return {
    files: [{ path, source: 'csv', kind: 'orders', file: orders.file, happened: true }],
    async meet({ person, happenings }) {
      const seen = sight(world.seed, person, 'shop', world.today);
      const [currency, rate] = CURRENCIES[person.language];
      for (const order of ofKind(happenings, 'order')) {
        const before = person.formerEmail !== undefined && order.at < person.changedAt!;
        const known = seen.email === person.formerEmail ? person.email : seen.email;
        for (const { product, quantity, status } of order.lines)
          await orders.add({
            'Order ID': order.id,
            Email: before ? person.formerEmail : known,
            'Ordered at': toSecond(order.at),
            Product: product.name,
            SKU: product.sku,
            Quantity: quantity,
            'Unit price': (product.price * rate).toFixed(2),
            Currency: currency,
            Status: status,
          });
        await truth.tell('shop', 'order', order.id, person);
      }
    },
  };
}
