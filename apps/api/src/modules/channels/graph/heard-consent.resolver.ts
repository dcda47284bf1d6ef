import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Result } from '#kernel/result';
import { CustomerType, customersById } from '#modules/customers';
import { DateTime, Internal, Personal, type RequestContext, refused, resultOf } from '#platform/graphql';
import type { ChannelRefusal } from '../domain/channel.ts';
import type { ConsentClaim } from '../domain/heard-consent.ts';
import { grantConsent } from '../grant-consent.ts';
import { withdrawConsent } from '../withdraw-consent.ts';

const WithdrawConsentResult = resultOf('WithdrawConsentResult', () => CustomerType, 'Customer');
const GrantConsentResult = resultOf('GrantConsentResult', () => CustomerType, 'Customer');

/** What somebody says that a customer agreed to. */
@Personal()
@InputType('ConsentClaim', { description: 'What a customer agreed to, with what proves it.' })
export class ConsentClaimInput implements ConsentClaim {
  @Field(() => String, {
    description: '`email`, `phone`, `sms` or `post`: each is agreed to by itself.',
  })
  channel: string;

  @Field(() => String, { description: 'The text they agreed to, word by word; at most 2000 letters.' })
  wording: string;

  @Field(() => String, {
    description: 'The form, paper, page or recording where it can be found; at most 500 letters.',
  })
  place: string;

  @Field(() => DateTime, { description: 'When they agreed; not in the future.' })
  at: Date;
}

/** What a customer tells one of us about marketing. */
@Resolver(() => CustomerType)
export class HeardConsentResolver {
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
    return afterwards(
      ctx,
      await ctx.db.transaction((tx) => withdrawConsent(tx, ctx.viewer, customerId, channel, new Date())),
    );
  }

  @Internal()
  @Mutation(() => GrantConsentResult, {
    description:
      'Writes down that a customer agreed to marketing on a channel, with its proof. It opens what was said to one of us; what another source closed stays closed.',
  })
  async grantConsent(
    @Arg('customerId', () => ID, { description: 'Which customer.' }) customerId: string,
    @Arg('input', () => ConsentClaimInput, { description: 'What they agreed to, and the proof.' })
    input: ConsentClaimInput,
    @Ctx() ctx: RequestContext,
  ) {
    return afterwards(
      ctx,
      await ctx.db.transaction((tx) => grantConsent(tx, ctx.viewer, customerId, input, new Date())),
    );
  }
}

/** The customer as they are now, or why nothing was written. */
async function afterwards(ctx: RequestContext, outcome: Result<string, ChannelRefusal>) {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return (await ctx.load(customersById, outcome.value))!;
}
