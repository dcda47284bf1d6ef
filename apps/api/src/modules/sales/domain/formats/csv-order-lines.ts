import { contentHash } from '#kernel/content-hash';
import { defineFormat, skip } from '#modules/house';

/** An id that a spreadsheet made a number of: `17850.0` is 17850. */
const idOf = (text: string): string => text.replace(/^(\d+)\.0+$/, '$1');

/**
 * Invoices line by line, as retailers export them. Lines of one invoice are one order; an invoice whose number begins with C takes goods back, in
 * negative quantities.
 */
export const csvOrderLines = defineFormat({
  name: 'csv-order-lines',
  system: 'csv',
  label: 'Invoice lines of a retailer',
  order: 40,
  marks: {
    needs: [['InvoiceNo', 'Invoice'], ['StockCode'], ['Quantity'], ['InvoiceDate'], ['UnitPrice', 'Price']],
    likes: ['InvoiceNo', 'Description', 'CustomerID', 'Country'],
  },
  read(row) {
    const invoice = row.need(
      'missing-id',
      'This line does not say of which invoice it is',
      'InvoiceNo',
      'Invoice',
    );
    const customer = row.text('CustomerID', 'Customer ID');
    if (!customer) return skip('no-customer');
    const at = row.moment('InvoiceDate');
    if (!at) return row.refuse('missing-date', `Invoice ${invoice} has no date`, 'InvoiceDate');
    const stock = row.need('missing-product', `A line of invoice ${invoice} names no product`, 'StockCode');
    const quantity = row.number('Quantity') ?? 0;
    const unitPrice = row.number('UnitPrice', 'Price') ?? 0;
    const isBack = /^C/i.test(invoice) || quantity < 0;
    const pieces = Math.abs(quantity);
    const country = row.text('Country');
    return {
      kind: 'order',
      subjectKey: `order:${invoice}`,
      at,
      person: {
        key: `customer:${idOf(customer)}`,
        profile: { fullName: `Customer ${idOf(customer)}`, ...(country ? { country } : {}) },
      },
      body: {
        number: invoice.slice(0, 100),
        status: isBack ? 'returned' : undefined,
        orderedAt: at,
        returnedAt: isBack ? at : undefined,
        lines: [
          {
            // One stock number stands on an invoice twice, at two prices or in two boxes.
            key: `${stock}:${contentHash([quantity, unitPrice]).slice(0, 8)}`.slice(0, 200),
            productName: row.brief(300, 'Description'),
            sku: stock.slice(0, 100),
            quantity: pieces,
            unitPrice,
            returnedQuantity: isBack ? pieces : undefined,
          },
        ],
        linesAre: 'some',
      },
    };
  },
});
