import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { announce } from '#modules/changes';
import type { Tx } from '#platform/database';
import { Internal, type RequestContext, refused } from '#platform/graphql';
import { doubtsById } from '../data/doubts.ts';
import { houseRules } from '../move-rules.ts';
import { type DoubtRefusal, linkDoubt, separateDoubt } from '../settle-doubt.ts';
import { actorOf } from './actor-of.ts';
import { DoubtResult } from './doubt.type.ts';

type Settling = (tx: Tx) => Promise<Result<{ customerIds: string[]; decisionId: string }, DoubtRefusal>>;

async function settle(ctx: RequestContext, id: string, action: string, settling: Settling) {
  if (!isId(id)) return refused('DOUBT_SETTLED', 'This case is settled, or was never there.', 'id');
  const result = await ctx.db.transaction(async (tx) => {
    const settled = await settling(tx);
    if (settled.ok) {
      const { customerIds, decisionId } = settled.value;
      await recordAudit(
        tx,
        ctx.viewer,
        customerIds.map((customerId) => ({
          action,
          subjectType: 'Decision',
          subjectId: decisionId,
          customerId,
          details: { doubtId: id },
        })),
      );
      await announce(tx, customerIds, ['doubt-settled']);
    }
    return settled;
  });
  if (!result.ok) return refused(result.refusal.code, result.refusal.message, result.refusal.field);
  ctx.forget();
  return ctx.load(doubtsById, id);
}

/** Settling doubtful cases. */
@Resolver()
export class DoubtMovesResolver {
  @Internal()
  @Mutation(() => DoubtResult, {
    description:
      'Settles a doubtful case: one person. The two customers are merged; who was there first survives.',
  })
  linkDoubt(@Arg('id', () => ID, { description: 'The case.' }) id: string, @Ctx() ctx: RequestContext) {
    return settle(ctx, id, 'link-doubt', (tx) => linkDoubt(tx, id, actorOf(ctx.viewer), houseRules()));
  }

  @Internal()
  @Mutation(() => DoubtResult, {
    description: 'Settles a doubtful case: two people. They are never linked automatically.',
  })
  separateDoubt(@Arg('id', () => ID, { description: 'The case.' }) id: string, @Ctx() ctx: RequestContext) {
    return settle(ctx, id, 'separate-doubt', (tx) => separateDoubt(tx, id, actorOf(ctx.viewer)));
  }
}
