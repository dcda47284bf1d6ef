import { column, type TypeReading } from '#platform/look-ahead';
import { orderSql, pagesReading } from '#platform/pages';
import { ordersOf } from './shown-orders.ts';

/** `Customer.orders` and its pages as sub-selects of their customer: the same as `ordersByCustomer`, `orderPages`, `linesByOrder` and the limbs say. */
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
            sql: `FROM sales_order ${o} WHERE ${ordersOf.where(o, `${customer}.id`, {})} ORDER BY ${orderSql(ordersOf.order, o)} LIMIT ${call.size('first')}`,
            alias: o,
          };
        },
      },
      ordersConnection: pagesReading('Order', ordersOf),
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
