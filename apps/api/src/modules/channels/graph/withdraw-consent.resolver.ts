import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { CustomerType, customersById } from '#modules/customers';
import { Internal, type RequestContext, refused, resultOf } from '#platform/graphql';
import { withdrawConsent } from '../withdraw-consent.ts';

const WithdrawConsentResult = resultOf('WithdrawConsentResult', () => CustomerType, 'Customer');

/** What a customer tells one of us about what they no longer want. */
@Resolver(() => CustomerType)
export class WithdrawConsentResolver {
  @Internal()
  @Mutation(() => WithdrawConsentResult, {
    description:
      'Writes down that a customer told one of us that they want no marketing on a channel. It always counts; only their own later word opens the channel again.',
  })
  async withdrawConsent(
    @Arg('customerId', () => ID, { description: 'Which customer.' }) customerId: string,
    @Arg('channel', () => String, { description: '`email`, `phone`, `sms`, `post`, or `any`: on none.' })
    channel: string,
    @Ctx() ctx: RequestContext,
  ) {
    const outcome = await ctx.db.transaction((tx) =>
      withdrawConsent(tx, ctx.viewer, customerId, channel, new Date()),
    );
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    ctx.forget();
    return (await ctx.load(customersById, outcome.value))!;
  }
}
