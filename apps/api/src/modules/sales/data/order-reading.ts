import { column, type TypeReading } from '#platform/look-ahead';

/** `Customer.orders` as a sub-select of its customer: the same as `ordersByCustomer`, `linesByOrder` and the limbs say. */
export const orderReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      orders: {
        kind: 'list',
        typeName: 'Order',
        from: (customer, call) => {
          const o = call.alias('o');
          return {
            sql: `FROM sales_order ${o} WHERE ${o}.customer_id = ${customer}.id ORDER BY ${o}.ordered_at DESC, ${o}.id DESC LIMIT ${call.size('first')}`,
            alias: o,
          };
        },
      },
    },
  },
  {
    typeName: 'Order',
    fields: {
      id: column('id', 'id'),
      number: column('number'),
      status: column('status', 'enum'),
      total: {
        kind: 'inline',
        typeName: 'Money',
        fields: { amount: column('total', 'number'), currency: column('currency') },
      },
      orderedAt: column('ordered_at', 'time'),
      returnedAt: column('returned_at', 'time'),
      lines: {
        kind: 'list',
        typeName: 'OrderLine',
        from: (order, call) => {
          const l = call.alias('l');
          return {
            sql: `FROM order_line ${l} WHERE ${l}.order_id = ${order}.id ORDER BY ${l}.line_key`,
            alias: l,
          };
        },
      },
    },
  },
  {
    typeName: 'OrderLine',
    fields: {
      quantity: column('quantity', 'number'),
      unitPrice: column('unit_price', 'number'),
      returnedQuantity: column('returned_quantity', 'number'),
      product: {
        kind: 'object',
        typeName: 'Product',
        from: (line, call) => {
          const p = call.alias('p');
          return { sql: `FROM product ${p} WHERE ${p}.id = ${line}.product_id`, alias: p };
        },
      },
    },
  },
  { typeName: 'Product', fields: { id: column('id', 'id'), name: column('name'), sku: column('sku') } },
];
