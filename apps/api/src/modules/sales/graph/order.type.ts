import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTime, Internal, Node } from '#platform/graphql';
import type { Order, OrderLine } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import type { OrderStatus } from '../domain/read-order-signal.ts';

/** Where orders stand, as the graph names it. */
export const OrderStatusEnum = {
  PLACED: 'placed',
  FULFILLED: 'fulfilled',
  CANCELLED: 'cancelled',
  RETURNED: 'returned',
  REFUNDED: 'refunded',
} as const;

registerEnumType(OrderStatusEnum, {
  name: 'OrderStatus',
  description: 'Where an order stands.',
  valuesConfig: {
    PLACED: { description: 'Ordered, not yet with the customer.' },
    FULFILLED: { description: 'With the customer.' },
    CANCELLED: { description: 'Called off before it went out.' },
    RETURNED: { description: 'It came back.' },
    REFUNDED: { description: 'The money went back.' },
  },
});

/** What the world sees of a product. */
@Internal()
@ObjectType('Product', { implements: Node, description: 'Something we sell.' })
export class ProductType extends Node implements Pick<Product, 'id' | 'name' | 'sku'> {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Our number for it.' })
  sku: string | null;
}

/** What the world sees of a line. */
@Internal()
@ObjectType('OrderLine', { description: 'One line of an order.' })
export class OrderLineType implements Pick<OrderLine, 'quantity' | 'unitPrice' | 'returnedQuantity'> {
  @Field(() => Float, { description: 'How many.' })
  quantity: number;

  @Field(() => Float, { description: 'The price of one, in the currency of the order.' })
  unitPrice: number;

  @Field(() => Float, { description: 'How many came back.' })
  returnedQuantity: number;
}

/** What the world sees of an order. */
@Internal()
@ObjectType('Order', { implements: Node, description: 'Something a customer bought.' })
export class OrderType
  extends Node
  implements Pick<Order, 'id' | 'number' | 'status' | 'orderedAt' | 'returnedAt'>
{
  @Field(() => String, { nullable: true, description: 'The number people say on the phone.' })
  number: string | null;

  @Field(() => OrderStatusEnum, { description: 'Where it stands.' })
  status: OrderStatus;

  @Field(() => DateTime, { description: 'When it was ordered.' })
  orderedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it came back.' })
  returnedAt: Date | null;
}

export const [OrderEdge, OrderConnection] = connectionOf(() => OrderType, 'Order');
