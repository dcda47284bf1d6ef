import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import { isId } from '#kernel/id';
import { type Change, followChanges, type LeftOff, readFeedCursor, writeFeedCursor } from '#modules/changes';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { neighbours } from '#modules/house';
import { mistake, Personal, type RequestContext } from '#platform/graphql';
import { subjectsOf } from '../domain/subjects.ts';
import { settleWatched } from '../settle-watched.ts';
import { CustomerChangeType } from './customer-change.type.ts';

interface Asked {
  id?: string | null;
  after?: string | null;
  atMost?: number | null;
}

const mostAtOnce = 10_000;

const readAfresh = () =>
  mistake('RESYNC', 'More happened while you were away than is told one by one: read everything afresh.');

function leftOff({ after, atMost }: Asked): LeftOff | undefined {
  if (!after) return undefined;
  const place = readFeedCursor(after, Date.now());
  if (place === 'foreign') throw mistake('BAD_USER_INPUT', 'This cursor was not made by this server.');
  if (place === 'too-old') throw readAfresh();
  return { after: place, atMost: Math.min(atMost ?? mostAtOnce, mostAtOnce) };
}

/** The same, and whoever is to hear of its end. */
const untilEnd = (
  changes: AsyncIterableIterator<Change>,
  end: () => void,
): AsyncIterableIterator<Change> => ({
  next: () => changes.next(),
  return() {
    end();
    return changes.return!();
  },
  [Symbol.asyncIterator]() {
    return this;
  },
});

/** Customers, live. */
@Resolver(() => CustomerChangeType)
export class CustomerChangedResolver {
  @Personal()
  @Subscription(() => CustomerChangeType, {
    description:
      'A customer changed: what another person did, a webhook brought or an import wrote. Without an id: any customer. Of whoever is named by an id, what follows from an import (stage, experience, summary) is brought about within a second or two instead of together with everybody else. Begins with what came `after` a place in the feed, each customer once; the answer to every question of a signed-in person says in its header `ancora-feed` where it was read.',
    async subscribe({ args, context }: { args: Asked; context: RequestContext }) {
      const { id } = args;
      if (id && !isId(id)) throw mistake('NOT_FOUND', 'Nobody has this id.');
      const wanted = (change: Change) => !id || change.customerId === id.toLowerCase();
      const changes = await followChanges(context.db, wanted, leftOff(args));
      if (changes === 'too-far') throw readAfresh();
      if (!id) return changes;
      return untilEnd(changes, settleWatched(context.db, subjectsOf(neighbours()), id.toLowerCase()));
    },
  })
  customerChanged(
    @Root() change: Change,
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true }) _id?: string | null,
    @Arg('after', () => String, {
      nullable: true,
      description:
        'A cursor of a change that was heard, or of an answer that was read: what came since is told first.',
    })
    _after?: string | null,
    @Arg('atMost', () => Int, {
      nullable: true,
      description:
        'How many customers are to be told of one by one after having been away, 10,000 and no more. When more changed, the answer is `RESYNC`: read everything afresh.',
    })
    _atMost?: number | null,
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
