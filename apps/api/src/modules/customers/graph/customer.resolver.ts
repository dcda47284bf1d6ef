import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import { Internal, type RequestContext } from '#platform/graphql';
import { customersById } from '../data/customers.ts';
import type { Customer } from '../domain/customer.ts';
import { CustomerType } from './customer.type.ts';

/** The way into the graph: one customer by id. */
@Resolver(() => CustomerType)
export class CustomerResolver {
  @Internal()
  @Query(() => CustomerType, {
    nullable: true,
    description: 'One customer, or null when nobody has this id.',
  })
  customer(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Customer | null> | null {
    return isId(id) ? ctx.load(customersById, id) : null;
  }
}
