import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Result } from '#kernel/result';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import {
  After,
  type Connection,
  DateTime,
  First,
  Internal,
  Personal,
  pageOf,
  pageSize,
  type RefusalType,
  type RequestContext,
  readMomentCursor,
  refused,
  writeCursor,
} from '#platform/graphql';
import { pageOfPromises, promisesByCustomer, type ShownPromise } from '../data/promises.ts';
import { type GivenPromise, standingOf } from '../domain/promise.ts';
import type { PromiseRefusal } from '../domain/refusals.ts';
import { makePromise } from '../make-promise.ts';
import { type Settlement, settlePromise } from '../settle-promise.ts';
import { NewPromiseInput, PromiseFilterInput } from './inputs.ts';
import { PromiseConnection, PromiseResult, PromiseType } from './promise.type.ts';

const answer = (
  ctx: RequestContext,
  outcome: Result<GivenPromise, PromiseRefusal>,
): ShownPromise | RefusalType => {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return { ...outcome.value, serviceLevel: null, standing: standingOf(outcome.value, new Date()) };
};

/** What promises add to the customer graph: `Customer.promises`. */
@Resolver(() => CustomerType)
export class CustomerPromisesResolver {
  @Internal()
  @FieldResolver(() => [PromiseType], {
    nullable: true,
    description:
      'What we promised them: what waits first, by when it is due; then what is settled, newest first.',
  })
  promises(
    @Root() customer: Customer,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ShownPromise[]> {
    return ctx.load(promisesByCustomer, { customerId: customer.id, first: pageSize(first, 20) });
  }
}

/** Promises: finding, giving and settling them. */
@Resolver(() => PromiseType)
export class PromiseResolver {
  @Internal()
  @Query(() => PromiseConnection, {
    description: 'Promises made to customers, by when they are due.',
  })
  async promises(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => PromiseFilterInput, {
      nullable: true,
      description: 'Which of them; all when missing.',
    })
    filter?: PromiseFilterInput | null,
    @Arg('newestFirst', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'What was due last comes first, instead of what is due next.',
    })
    newestFirst?: boolean | null,
    @First(50) first?: number | null,
    @After() after?: string | null,
  ): Promise<Connection<ShownPromise>> {
    const size = pageSize(first, 50);
    const { mine, ...search } = filter ?? {};
    const rows = await pageOfPromises(
      ctx.reads,
      { ...search, promiserId: mine ? ctx.viewer.id : null },
      newestFirst ?? false,
      size + 1,
      after ? readMomentCursor(after) : null,
    );
    return pageOf(rows, size, ({ dueAt, id }) => writeCursor([dueAt.toISOString(), id]), after);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whose business calendar counts, by its time zone; null where every minute does.',
  })
  timeZone(@Root() promise: ShownPromise): string | null {
    return promise.calendar?.timeZone ?? null;
  }

  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'To whom it was given.' })
  customer(@Root() promise: ShownPromise, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, promise.customerId);
  }

  @Internal()
  @Mutation(() => PromiseResult, { description: 'Writes down what was promised to a customer.' })
  async makePromise(@Arg('input', () => NewPromiseInput) input: NewPromiseInput, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => makePromise(tx, ctx.viewer, input, new Date())));
  }

  @Internal()
  @Mutation(() => PromiseResult, { description: 'It was done; `reopenPromise` takes that back.' })
  keepPromise(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: RequestContext,
    @Arg('evidence', () => String, { nullable: true, description: 'What shows it.' })
    evidence?: string | null,
    @Arg('doneAt', () => DateTime, { nullable: true, description: 'When, if not just now.' })
    doneAt?: Date | null,
  ) {
    return this.settle(ctx, id, { act: 'keep', evidence, doneAt });
  }

  @Internal()
  @Mutation(() => PromiseResult, { description: 'It was not done after all.' })
  reopenPromise(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.settle(ctx, id, { act: 'reopen' });
  }

  @Internal()
  @Mutation(() => PromiseResult, {
    description:
      'It counts no more, because the customer does not want it or it was given in error; `restorePromise` takes that back.',
  })
  withdrawPromise(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: RequestContext,
    @Arg('reason', () => String, { nullable: true, description: 'Why it counts no more.' })
    reason?: string | null,
  ) {
    return this.settle(ctx, id, { act: 'withdraw', reason });
  }

  @Internal()
  @Mutation(() => PromiseResult, { description: 'A promise that was withdrawn counts again.' })
  restorePromise(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.settle(ctx, id, { act: 'restore' });
  }

  @Internal()
  @Mutation(() => PromiseResult, {
    description: 'It was never given, only written down by mistake; `putBackPromise` takes that back.',
  })
  takeBackPromise(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.settle(ctx, id, { act: 'take-back' });
  }

  @Internal()
  @Mutation(() => PromiseResult, { description: 'Puts back a promise that was taken back.' })
  putBackPromise(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.settle(ctx, id, { act: 'put-back' });
  }

  private async settle(ctx: RequestContext, id: string, wish: Settlement) {
    return answer(ctx, await ctx.db.transaction((tx) => settlePromise(tx, ctx.viewer, id, wish, new Date())));
  }
}
