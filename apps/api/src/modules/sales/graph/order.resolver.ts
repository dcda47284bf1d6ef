import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType, MoneyType } from '#modules/customers';
import { After, type Connection, First, Internal, pageSize, type RequestContext } from '#platform/graphql';
import { loadPage } from '#platform/pages';
import { productsById } from '../data/products.ts';
import { linesByOrder, orderPages, ordersByCustomer } from '../data/shown-orders.ts';
import type { Order, OrderLine } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import { OrderConnection, OrderLineType, OrderType, ProductType } from './order.type.ts';

/** What sales adds to the customer graph: `Customer.orders`, `.ordersConnection`. */
@Resolver(() => CustomerType)
export class CustomerOrdersResolver {
  @Internal()
  @FieldResolver(() => [OrderType], { nullable: true, description: 'The newest of what they bought.' })
  orders(
    @Root() customer: Customer,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Order[]> {
    return ctx.load(ordersByCustomer, { customerId: customer.id, first: pageSize(first, 20) });
  }

  @Internal()
  @FieldResolver(() => OrderConnection, {
    nullable: true,
    description: 'All that they bought, newest first, page by page.',
  })
  ordersConnection(
    @Root() customer: Customer,
    @First(20) first: number | null,
    @After() after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Order>> {
    return loadPage(ctx, orderPages, { parent: customer.id, first, after });
  }
}

/** What an order is worth and what is in it. */
@Resolver(() => OrderType)
export class OrderResolver {
  @FieldResolver(() => MoneyType, { description: 'What it costs in all.' })
  total(@Root() order: Order): MoneyType {
    return { amount: order.total, currency: order.currency };
  }

  @FieldResolver(() => [OrderLineType], {
    description: 'What is in it. A plain list: an order is read whole.',
  })
  lines(@Root() order: Order, @Ctx() ctx: RequestContext): Promise<OrderLine[]> {
    return ctx.load(linesByOrder, order.id);
  }
}

/** The product of a line. */
@Resolver(() => OrderLineType)
export class OrderLineProductResolver {
  @FieldResolver(() => ProductType, { nullable: true, description: 'What it is, when the source says.' })
  product(@Root() line: OrderLine, @Ctx() ctx: RequestContext): Promise<Product | null> | null {
    return line.productId ? ctx.load(productsById, line.productId) : null;
  }
}
