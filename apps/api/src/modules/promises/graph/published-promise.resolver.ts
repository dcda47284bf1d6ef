import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Result } from '#kernel/result';
import type { Proportion } from '#kernel/statistics/proportion';
import {
  DateTime,
  Internal,
  type RefusalType,
  type RequestContext,
  refused,
  ShareType,
} from '#platform/graphql';
import { countPromises } from '../count-promises.ts';
import { publishedNow } from '../data/published-promises.ts';
import { type KeepablePromise as Candidate, isKeepable } from '../domain/keepable.ts';
import type { PromisesKept as Kept } from '../domain/promises-kept.ts';
import type { PublishedPromise } from '../domain/published-promise.ts';
import type { PromiseRefusal } from '../domain/refusals.ts';
import { usualPromises } from '../domain/settings.ts';
import { keepablePromises } from '../keepable-promises.ts';
import { publishPromise, withdrawPublished } from '../publish-promise.ts';
import { keptSince } from '../published-since.ts';
import { NewPublishedPromiseInput } from './inputs.ts';
import {
  KeepablePromise,
  PromiseCandidate,
  PromiseCounts,
  PromisesKept,
  PublishedPromiseResult,
  PublishedPromiseType,
} from './published-promise.type.ts';

const answer = (
  ctx: RequestContext,
  outcome: Result<PublishedPromise, PromiseRefusal>,
): PublishedPromise | RefusalType => {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
};

const candidateOf = ({ promise, ...share }: Candidate): PromiseCandidate => ({
  minutes: promise,
  share,
  isKeepable: isKeepable(share, usualPromises.keepableFrom),
});

const shownKept = (kept: Kept, channel: string | null): PromisesKept => ({
  channel,
  share: { k: kept.kept, n: kept.kept + kept.broken, p: kept.ratio, lo: kept.lo, hi: kept.hi },
  open: kept.open,
  meanOverrunHours: kept.meanOverrun,
  settings: kept.settings,
});

/** Promises put up for everybody, what can be promised at all, and how promises were kept. */
@Resolver(() => PublishedPromiseType)
export class PublishedPromiseResolver {
  @Internal()
  @Query(() => [PublishedPromiseType], {
    description: 'Promises that are put up now, newest first. A plain list: nobody puts up hundreds.',
  })
  publishedPromises(@Ctx() ctx: RequestContext): Promise<PublishedPromise[]> {
    return publishedNow(ctx.reads);
  }

  @Internal()
  @Query(() => [KeepablePromise], {
    description:
      'What past performance allows to promise: for each kind of work and channel the shortest time that would be kept. A plain list: there are as many as channels.',
  })
  async keepablePromises(@Ctx() ctx: RequestContext): Promise<KeepablePromise[]> {
    const found = await keepablePromises(ctx.reads, { asOf: new Date() });
    return found.map(({ candidates, shortest, ...rest }) => ({
      ...rest,
      shortest: shortest && candidateOf(shortest),
      candidates: candidates.map(candidateOf),
      needed: usualPromises.keepableFrom,
    }));
  }

  @Internal()
  @Query(() => PromiseCounts, {
    description: 'How many promises were kept, of those given in a period: together and by channel.',
  })
  async promisesKept(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateTime, { nullable: true, description: 'Given at this time or later.' })
    from?: Date | null,
    @Arg('until', () => DateTime, { nullable: true, description: 'Given before this time.' })
    until?: Date | null,
    @Arg('channels', () => [String], { nullable: true, description: 'Given on one of these channels.' })
    channels?: string[] | null,
  ): Promise<PromiseCounts> {
    const search = { madeFrom: from ?? null, madeUntil: until ?? null, channels: channels ?? null };
    const counted = await countPromises(ctx.reads, search, new Date());
    return {
      all: shownKept(counted.all, null),
      channels: counted.channels.map(({ channel, ...kept }) => shownKept(kept, channel)),
    };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whose business calendar counts, by its time zone.',
  })
  timeZone(@Root() promise: PublishedPromise): string | null {
    return promise.calendar?.timeZone ?? null;
  }

  @FieldResolver(() => ShareType, { description: 'What past performance said on that day.' })
  known(@Root() { inTime, basedOn, lowerBound }: PublishedPromise): Proportion {
    return { k: inTime, n: basedOn, p: basedOn > 0 ? inTime / basedOn : null, lo: lowerBound, hi: null };
  }

  @FieldResolver(() => ShareType, { description: 'How it has been kept since it was put up.' })
  since(@Root() promise: PublishedPromise, @Ctx() ctx: RequestContext): Promise<Proportion> {
    return keptSince(ctx.reads, promise, new Date());
  }

  @Internal()
  @Mutation(() => PublishedPromiseResult, {
    description:
      'Puts up a promise for everybody. `NOT_KEEPABLE` when past performance does not say that it would be kept and no reason is given.',
  })
  async publishPromise(
    @Arg('input', () => NewPublishedPromiseInput) input: NewPublishedPromiseInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await ctx.db.transaction((tx) => publishPromise(tx, ctx.viewer, input, new Date())));
  }

  @Internal()
  @Mutation(() => PublishedPromiseResult, {
    description: 'Takes a promise down, or (`withdrawn: false`) puts it up again.',
  })
  async withdrawPublishedPromise(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: RequestContext,
    @Arg('withdrawn', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'False puts it up again.',
    })
    withdrawn?: boolean | null,
  ) {
    return answer(
      ctx,
      await ctx.db.transaction((tx) => withdrawPublished(tx, ctx.viewer, id, withdrawn ?? true, new Date())),
    );
  }
}
