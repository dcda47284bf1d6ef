import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import {
  After,
  type Connection,
  First,
  Internal,
  mistake,
  Personal,
  pageOf,
  pageSize,
  type RequestContext,
  readCursor,
  writeCursor,
} from '#platform/graphql';
import { reviewsById } from '../data/answers.ts';
import { casesByReview, eventsByReview } from '../data/review-cases.ts';
import {
  areKnown,
  mightHaveWritten,
  type ReviewCounts,
  type ReviewSort,
  reviewCounts,
  reviewPage,
} from '../data/review-list.ts';
import type { ReviewCase, ReviewEvent } from '../domain/review-case.ts';
import type { Review } from '../domain/told.ts';
import { ReviewConnection, ReviewSortEnum, ReviewType } from './review.type.ts';
import { ReviewCaseType, ReviewCountsType, ReviewEventType, ReviewFilterInput } from './review-case.type.ts';

function placeOf(cursor: string, sort: ReviewSort): [number, string] {
  const [order, key, id] = readCursor(cursor, 3) as [string, string, string];
  if (order !== sort || key.trim() === '' || !Number.isFinite(Number(key)) || !isId(id))
    throw mistake('BAD_USER_INPUT', 'This cursor is of a list in another order.');
  return [Number(key), id];
}

/** What people say of us in front of others: which of it waits, and what is known of one. */
@Resolver(() => ReviewType)
export class ReviewResolver {
  @Internal()
  @Query(() => ReviewConnection, {
    description: 'Reviews and mentions; those that wait for an answer, unless the filter says otherwise.',
  })
  async reviews(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ReviewFilterInput, { nullable: true, description: 'Which ones.' })
    filter?: ReviewFilterInput | null,
    @Arg('sort', () => ReviewSortEnum, {
      nullable: true,
      defaultValue: 'DUE',
      description: 'In which order.',
    })
    sort?: ReviewSort | null,
    @First(40) first?: number | null,
    @After() after?: string | null,
  ): Promise<Connection<Review>> {
    const order = sort ?? 'DUE';
    const size = pageSize(first, 40);
    const rows = await reviewPage(ctx.reads, {
      filter: { ...filter, statuses: filter?.statuses ?? ['new', 'waiting'] },
      sort: order,
      first: size,
      after: after ? placeOf(after, order) : null,
      me: ctx.viewer.id,
      now: new Date(),
    });
    return pageOf(rows, size, (row) => writeCursor([order, row.sortKey, row.id]), after);
  }

  @Internal()
  @Query(() => ReviewCountsType, { description: 'How many wait in each of the house’s views.' })
  reviewCounts(@Ctx() ctx: RequestContext): Promise<ReviewCounts> {
    return reviewCounts(ctx.reads, ctx.viewer.id, new Date());
  }

  @Internal()
  @Query(() => ReviewType, { nullable: true, description: 'The review with this id.' })
  review(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Review | null> | null {
    return isId(id) ? ctx.load(reviewsById, id) : null;
  }

  @Personal()
  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Who wrote it, as far as we know; a handle or a mailbox alone is somebody, too.',
  })
  customer(@Root() review: Review, @Ctx() ctx: RequestContext): Promise<Customer | null> | null {
    return review.customerId ? ctx.load(customersById, review.customerId) : null;
  }

  @Internal()
  @FieldResolver(() => Boolean, {
    description:
      'Whether we know its writer by more than what they wrote: a mailbox, a telephone, another system.',
  })
  isKnown(@Root() review: Review, @Ctx() ctx: RequestContext): Promise<boolean> | boolean {
    return review.customerId ? ctx.load(areKnown, review.customerId) : false;
  }

  @Personal()
  @FieldResolver(() => [CustomerType], {
    description:
      'Who might have written it: customers of the same name, those first who bought most. A plain list: at most five.',
  })
  async mightBe(@Root() review: Review, @Ctx() ctx: RequestContext): Promise<Customer[]> {
    const { id, authorName, customerId } = review;
    const own = customerId ? await ctx.load(customersById, customerId) : null;
    const name = authorName ?? own?.displayName ?? null;
    const found = await ctx.load(mightHaveWritten, { id, name, customerId });
    const customers = await Promise.all(found.map((one) => ctx.load(customersById, one.id)));
    return customers.filter((one) => one !== null);
  }

  @Internal()
  @FieldResolver(() => ReviewCaseType, { nullable: true, description: 'Where it stands with us.' })
  case(@Root() { id }: Review, @Ctx() ctx: RequestContext): Promise<ReviewCase | null> {
    return ctx.load(casesByReview, id);
  }

  @Internal()
  @FieldResolver(() => [ReviewEventType], {
    description: 'What was done with it, the oldest first. A plain list: a few.',
  })
  events(@Root() { id }: Review, @Ctx() ctx: RequestContext): Promise<ReviewEvent[]> {
    return ctx.load(eventsByReview, id);
  }
}
