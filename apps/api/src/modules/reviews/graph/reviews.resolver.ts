import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Result } from '#kernel/result';
import { answeringChannels } from '#modules/channels';
import { type Review, ReviewMoveResult, ReviewType } from '#modules/voice';
import { Internal, type RequestContext, refused } from '#platform/graphql';
import { answerReview, takeBackAnswer } from '../answer-review.ts';
import { reviewRule } from '../data/review-rules.ts';
import type { ReviewRule } from '../domain/review-rule.ts';
import { openTicketOfReview } from '../ticket-of-review.ts';
import { saveReviewRule } from '../weigh-reviews.ts';
import { writeDownReview } from '../write-down-review.ts';
import {
  HeardReviewInput,
  ReviewAnswerInput,
  ReviewResult,
  ReviewRuleResult,
  ReviewRuleType,
  SaveReviewRuleInput,
} from './reviews.input.ts';

function answer<Value>(
  ctx: RequestContext,
  outcome: Result<Value, { code: string; message: string; field: string | null }>,
) {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
}

/** How reviews are answered, written down and made tickets of. */
@Resolver(() => ReviewType)
export class ReviewsResolver {
  @Internal()
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The channel of ours by which an answer reaches the place it stands in; null: answer there, and say here what and where.',
  })
  answersBy(@Root() review: Review, @Ctx() ctx: RequestContext): Promise<string | null> {
    return ctx.load(answeringChannels, review.sourceId);
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, {
    description:
      'Answers a review: by the channel that told of it, else it is written down what was answered there.',
  })
  async answerReview(
    @Arg('input', () => ReviewAnswerInput) input: ReviewAnswerInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await ctx.db.transaction((tx) => answerReview(tx, ctx.viewer, input, new Date())));
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, {
    description: 'Takes an answer back, while it has not left: the review waits as before.',
  })
  async takeBackReviewAnswer(
    @Arg('id', () => ID) id: string,
    @Arg('eventId', () => ID, { description: 'The answer.' }) eventId: string,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(
      ctx,
      await ctx.db.transaction((tx) => takeBackAnswer(tx, ctx.viewer, id, eventId, new Date())),
    );
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, { description: 'Makes a ticket of a review, with its words.' })
  async openTicketOfReview(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: RequestContext,
    @Arg('ownerId', () => ID, { nullable: true, description: 'Who of us looks after it.' }) ownerId?:
      | string
      | null,
  ) {
    return answer(
      ctx,
      await ctx.db.transaction((tx) => openTicketOfReview(tx, ctx.viewer, id, ownerId ?? null, new Date())),
    );
  }

  @Internal()
  @Mutation(() => ReviewResult, {
    description: 'Writes down what somebody said of us in front of others, where no system tells of it.',
  })
  async writeDownReview(
    @Arg('input', () => HeardReviewInput) input: HeardReviewInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await ctx.db.transaction((tx) => writeDownReview(tx, ctx.viewer, input, new Date())));
  }
}

/** What low ratings open by themselves. */
@Resolver(() => ReviewRuleType)
export class ReviewRuleResolver {
  @Internal()
  @Query(() => ReviewRuleType, { description: 'What low ratings open by themselves.' })
  reviewRule(@Ctx() ctx: RequestContext): Promise<ReviewRule> {
    return reviewRule(ctx.db);
  }

  @Internal()
  @Mutation(() => ReviewRuleResult, { description: 'Keeps what low ratings open by themselves.' })
  async saveReviewRule(
    @Arg('input', () => SaveReviewRuleInput) input: SaveReviewRuleInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(
      ctx,
      await ctx.db.transaction((tx) => saveReviewRule(tx, ctx.viewer, { ...input }, new Date())),
    );
  }
}
