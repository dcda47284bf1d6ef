import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { isId } from '#kernel/id';
import { type Change, followChanges, type Position, readFeedCursor, writeFeedCursor } from '#modules/changes';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { mistake, Personal, type RequestContext } from '#platform/graphql';
import { CustomerChangeType } from './customer-change.type.ts';

function placeOf(cursor: string | null | undefined): Position | undefined {
  if (!cursor) return undefined;
  const place = readFeedCursor(cursor, Date.now());
  if (place === 'foreign') throw mistake('BAD_USER_INPUT', 'This cursor was not made by this server.');
  if (place === 'too-old')
    throw mistake('RESYNC', 'You were away for longer than changes are remembered: read everything afresh.');
  return place;
}

/** Customers, live. */
@Resolver(() => CustomerChangeType)
export class CustomerChangedResolver {
  @Personal()
  @Subscription(() => CustomerChangeType, {
    description:
      'A customer changed: what another person did, a webhook brought or an import wrote. Without an id: any customer.',
    subscribe: ({
      args,
      context,
    }: {
      args: { id?: string | null; after?: string | null };
      context: RequestContext;
    }) => {
      const { id } = args;
      if (id && !isId(id)) throw mistake('NOT_FOUND', 'Nobody has this id.');
      const wanted = (change: Change) => !id || change.customerId === id.toLowerCase();
      return followChanges(context.db, wanted, placeOf(args.after));
    },
  })
  customerChanged(
    @Root() change: Change,
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true }) _id?: string | null,
    @Arg('after', () => String, { nullable: true }) _after?: string | null,
  ): CustomerChangeType {
    // What was loaded for the event before is yesterday's.
    ctx.forget();
    return {
      customerId: change.customerId,
      kinds: change.kinds,
      cursor: writeFeedCursor(change.position, Date.now()),
    };
  }

  @Personal()
  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'The customer as they are now; null when they are gone, because an import was undone.',
  })
  customer(@Root() change: CustomerChangeType, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, change.customerId);
  }
}
