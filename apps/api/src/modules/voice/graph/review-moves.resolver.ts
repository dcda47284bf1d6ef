import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Result } from '#kernel/result';
import { Internal, type RequestContext, refused } from '#platform/graphql';
import type { DismissReason, ReviewRefusal } from '../domain/review-case.ts';
import type { Review } from '../domain/told.ts';
import { linkReview, unlinkReview } from '../link-review.ts';
import { moveReview, type ReviewMove, takeBackReviewMove } from '../move-review.ts';
import { DismissReasonEnum, ReviewMoveResult } from './review-case.type.ts';

type Outcome = Result<{ review: Review; eventId: string }, ReviewRefusal>;

function answer(ctx: RequestContext, outcome: Outcome) {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
}

/** What is done with reviews among ourselves; answers and tickets come from above. */
@Resolver()
export class ReviewMovesResolver {
  private async move(ctx: RequestContext, id: string, move: ReviewMove) {
    return answer(ctx, await ctx.db.transaction((tx) => moveReview(tx, ctx.viewer, id, move, new Date())));
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, { description: 'Says who looks after a review; without an id, nobody.' })
  assignReview(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: RequestContext,
    @Arg('userId', () => ID, { nullable: true, description: 'Who of us.' }) userId?: string | null,
  ) {
    return this.move(ctx, id, { kind: 'assigned', userId: userId ?? null });
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, { description: 'Says that a review needs no answer, and why.' })
  dismissReview(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => DismissReasonEnum, { description: 'Why no answer is needed.' })
    reason: DismissReason,
    @Ctx() ctx: RequestContext,
    @Arg('words', () => String, { nullable: true, description: 'More about it, among ourselves.' })
    words?: string | null,
  ) {
    return this.move(ctx, id, { kind: 'dismissed', reason, words });
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, {
    description:
      'We wait for somebody before we can answer, or (`waiting: false`) go on; the clock stands still meanwhile.',
  })
  holdReview(
    @Arg('id', () => ID) id: string,
    @Arg('waiting', () => Boolean, { description: 'Whether we wait.' }) waiting: boolean,
    @Ctx() ctx: RequestContext,
  ) {
    return this.move(ctx, id, { kind: waiting ? 'waiting' : 'resumed' });
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, { description: 'A review waits for an answer again.' })
  reopenReview(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.move(ctx, id, { kind: 'reopened' });
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, { description: 'Adds a note among ourselves.' })
  addReviewNote(
    @Arg('id', () => ID) id: string,
    @Arg('words', () => String, { description: 'What is to be known.' }) words: string,
    @Ctx() ctx: RequestContext,
  ) {
    return this.move(ctx, id, { kind: 'note', words });
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, {
    description: 'Takes back what was done with a review, as if it had not happened.',
  })
  async takeBackReviewMove(
    @Arg('id', () => ID) id: string,
    @Arg('eventId', () => ID, { description: 'What was done.' }) eventId: string,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(
      ctx,
      await ctx.db.transaction((tx) => takeBackReviewMove(tx, ctx.viewer, id, eventId, new Date())),
    );
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, {
    description:
      'Says who wrote a review: whoever they were until now becomes one with this customer. `unlinkReview` undoes it.',
  })
  async linkReview(
    @Arg('id', () => ID) id: string,
    @Arg('customerId', () => ID, { description: 'The customer who wrote it.' }) customerId: string,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(
      ctx,
      await ctx.db.transaction((tx) => linkReview(tx, ctx.viewer, id, customerId, new Date())),
    );
  }

  @Internal()
  @Mutation(() => ReviewMoveResult, {
    description: 'Takes back who wrote a review, when that was said here.',
  })
  async unlinkReview(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => unlinkReview(tx, ctx.viewer, id, new Date())));
  }
}
