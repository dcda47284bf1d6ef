import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import { recordAudit } from '#modules/access';
import { announce } from '#modules/changes';
import { customersById } from '#modules/customers';
import { Internal, type RequestContext, refused } from '#platform/graphql';
import { decisionRowsById } from '../data/record-rows.ts';
import { describeMerge } from '../domain/describe-merge.ts';
import { type MergePreview, mergeCustomers, previewMerge } from '../merge-customers.ts';
import { houseRules } from '../move-rules.ts';
import { unmergeCustomer } from '../unmerge-customer.ts';
import { actorOf } from './actor-of.ts';
import { MergeResult, UnmergeResult } from './merge.type.ts';

const noSuch = (field: string) => refused('CUSTOMER_MISSING', 'Nobody has this id.', field);

/** Making two customers one, and one two again. */
@Resolver()
export class MergeResolver {
  @Internal()
  @Mutation(() => MergeResult, {
    description:
      'Makes two customers one. Everything of the other goes to the survivor, its id leads there from then on, and it can be undone. With `dryRun` it only says what would be.',
  })
  async mergeCustomers(
    @Arg('survivorId', () => ID, { description: 'Who stays.' }) survivorId: string,
    @Arg('otherId', () => ID, { description: 'Who is joined to them.' }) otherId: string,
    @Ctx() ctx: RequestContext,
    @Arg('dryRun', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Only say what would be.',
    })
    dryRun?: boolean | null,
    @Arg('reason', () => String, { nullable: true, description: 'Why, for those who ask later.' })
    reason?: string | null,
  ) {
    if (!isId(survivorId)) return noSuch('survivorId');
    if (!isId(otherId)) return noSuch('otherId');
    if (dryRun) {
      const preview = await ctx.db.transaction((tx) =>
        previewMerge(tx, { survivorId, otherId }, houseRules()),
      );
      if (!preview.ok) return refused(preview.refusal.code, preview.refusal.message, preview.refusal.field);
      return this.shown(preview.value, ctx);
    }
    const merged = await ctx.db.transaction(async (tx) => {
      const wish = { survivorId, otherId, actor: actorOf(ctx.viewer), reason: reason ?? null };
      const result = await mergeCustomers(tx, wish, houseRules());
      if (result.ok) {
        await recordAudit(tx, ctx.viewer, {
          action: 'merge-customers',
          subjectType: 'Decision',
          subjectId: result.value.decisionId,
          customerId: survivorId,
          details: { otherId },
        });
        await announce(tx, [survivorId, otherId], ['customers-merged']);
      }
      return result;
    });
    if (!merged.ok) return refused(merged.refusal.code, merged.refusal.message, merged.refusal.field);
    ctx.forget();
    return {
      customer: await ctx.load(customersById, merged.value.customerId),
      decision: await ctx.load(decisionRowsById, merged.value.decisionId),
    };
  }

  @Internal()
  @Mutation(() => UnmergeResult, {
    description:
      'Undoes a decision that joined: each record goes back to the customer it came from, with everything that hangs on it, also what came since. The two are kept apart from then on.',
  })
  async unmergeCustomer(
    @Arg('decisionId', () => ID, { description: 'The decision to undo.' }) decisionId: string,
    @Ctx() ctx: RequestContext,
    @Arg('reason', () => String, { nullable: true, description: 'Why, for those who ask later.' })
    reason?: string | null,
  ) {
    if (!isId(decisionId)) return refused('DECISION_MISSING', 'There is no such decision.', 'decisionId');
    const undone = await ctx.db.transaction(async (tx) => {
      const result = await unmergeCustomer(tx, decisionId, actorOf(ctx.viewer), reason ?? null, houseRules());
      if (result.ok) {
        await recordAudit(
          tx,
          ctx.viewer,
          result.value.customerIds.map((customerId) => ({
            action: 'unmerge-customer',
            subjectType: 'Decision',
            subjectId: result.value.decisionId,
            customerId,
            details: { undoes: decisionId },
          })),
        );
        await announce(tx, result.value.customerIds, ['customers-separated']);
      }
      return result;
    });
    if (!undone.ok) return refused(undone.refusal.code, undone.refusal.message, undone.refusal.field);
    ctx.forget();
    return {
      customers: await Promise.all(undone.value.customerIds.map((id) => ctx.load(customersById, id))),
      decision: await ctx.load(decisionRowsById, undone.value.decisionId),
    };
  }

  private async shown(preview: MergePreview, ctx: RequestContext) {
    return {
      survivorId: preview.survivorId,
      otherId: preview.otherId,
      survivor: await ctx.load(customersById, preview.survivorId),
      moved: preview.moved.map(({ table, ...counts }) => ({ what: table, ...counts })),
      ...describeMerge(preview),
    };
  }
}
