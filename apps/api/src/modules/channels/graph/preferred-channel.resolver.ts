import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { DateTime, Internal, Personal, type RequestContext, refused, resultOf } from '#platform/graphql';
import { preferredByCustomer } from '../data/preferred.ts';
import type { PreferredChannel } from '../domain/preferred-channel.ts';
import { preferChannel } from '../prefer-channel.ts';

const PreferenceBecauseEnum = { TOLD: 'told', LEARNED: 'learned' } as const;

registerEnumType(PreferenceBecauseEnum, {
  name: 'PreferenceBecause',
  description: 'Why we think that somebody prefers a channel.',
  valuesConfig: {
    TOLD: { description: 'They said so.' },
    LEARNED: { description: 'They use it most.' },
  },
});

/** What the world sees of a preferred channel. */
@Personal()
@ObjectType('PreferredChannel', { description: 'The channel a customer prefers, and why we think so.' })
export class PreferredChannelType implements PreferredChannel {
  @Field(() => String, { description: '`email`, `phone`, `sms`, `whatsapp`, `chat` …' })
  channel: string;

  @Field(() => PreferenceBecauseEnum, { description: 'Why we think so.' })
  because: 'told' | 'learned';

  @Field(() => Int, {
    nullable: true,
    description: 'Of how many contacts it is learned; null when it was told.',
  })
  contacts: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of contacts on it, 0…1; null when it was told.',
  })
  share: number | null;

  @Field(() => String, { nullable: true, description: 'Who of us wrote down what they said.' })
  saidBy: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When they said it.' })
  at: Date | null;
}

const PreferChannelResult = resultOf('PreferChannelResult', () => CustomerType, 'Customer');

/** What channels add to the customer graph: `Customer.preferredChannel`. */
@Resolver(() => CustomerType)
export class CustomerPreferredChannelResolver {
  @Personal()
  @FieldResolver(() => PreferredChannelType, {
    nullable: true,
    description: 'The channel they prefer: as they said, else the one they use most, from three contacts on.',
  })
  preferredChannel(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<PreferredChannel | null> {
    return ctx.load(preferredByCustomer, customer.id);
  }

  @Internal()
  @Mutation(() => PreferChannelResult, {
    description: 'Writes down by which channel a customer wants to be written to.',
  })
  async preferChannel(
    @Arg('customerId', () => ID, { description: 'Which customer.' }) customerId: string,
    @Arg('channel', () => String, { nullable: true, description: 'Null takes back what they said before.' })
    channel: string | null | undefined,
    @Ctx() ctx: RequestContext,
  ) {
    const outcome = await ctx.db.transaction((tx) =>
      preferChannel(tx, ctx.viewer, customerId, channel ?? null, new Date()),
    );
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    ctx.forget();
    return (await ctx.load(customersById, outcome.value))!;
  }
}
