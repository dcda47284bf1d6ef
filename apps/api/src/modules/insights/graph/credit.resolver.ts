import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { DateTime, Internal, Personal, pageSize, type RequestContext, ShareType } from '#platform/graphql';
import { customerPaths, lookBackDays } from '../data/paths.ts';
import { type ChannelCredit, type CustomerPath, creditsOf } from '../domain/credit.ts';

/** A channel’s credit. */
@Internal()
@ObjectType('ChannelCredit', {
  description: 'How many first purchases each model hands out to a channel. It is credit, not cause.',
})
export class ChannelCreditType implements ChannelCredit {
  @Field(() => String, {
    description:
      '`campaign`, `web`, `event` …; `service`: a case; `talk`: a call or meeting; `peer`: invited by a customer; `content`: sent by one of us.',
  })
  channel: string;

  @Field(() => ShareType, {
    description: 'Of those who met it: who bought. They differ in more than that, so it is no proof.',
  })
  met: Proportion;

  @Field(() => Float, { description: 'All to the first.' })
  first: number;

  @Field(() => Float, { description: 'All to the last.' })
  last: number;

  @Field(() => Float, { description: 'To all alike.' })
  linear: number;

  @Field(() => Float, { description: '40 % to the first, 40 % to the last, the rest to those between.' })
  position: number;

  @Field(() => Float, {
    nullable: true,
    description: 'More to the later ones: half as much for every 7 days.',
  })
  timeDecay: number | null;

  @Field(() => Float, { description: 'Shapley’s value: to every distinct channel of a way alike.' })
  shapley: number;

  @Field(() => Float, { nullable: true, description: 'By what would be missing without it (Markov).' })
  markov: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of purchases that would be missing without it, 0…1.',
  })
  removal: number | null;

  @Field(() => Float, { description: 'The least that any model gives.' })
  least: number;

  @Field(() => Float, { description: 'The most that any model gives.' })
  most: number;
}

/** Credit for first purchases. */
@Internal()
@ObjectType('PurchaseCredit', {
  description:
    'Who gets credit for first purchases, by seven models; each hands out exactly as many as there were.',
})
export class PurchaseCreditType {
  @Field(() => Int, { description: 'First purchases with something met before them.' })
  conversions: number;

  @Field(() => Int, { description: 'Customers who were met at all.' })
  n: number;

  @Field(() => [ChannelCreditType], {
    description:
      'Most credit (Shapley) first; empty without a purchase. A plain list: a handful of channels.',
  })
  channels: ChannelCredit[];

  @Field(() => Int, { description: 'Days before a purchase that are looked at.' })
  lookBackDays: number;

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** A step of a way. */
@Internal()
@ObjectType('WayStep', { description: 'Something a customer met on the way to a purchase.' })
export class WayStepType {
  @Field(() => String, { description: 'Which channel.' })
  channel: string;

  @Field(() => Float, { description: 'Days before the purchase, or before what they met last.' })
  daysBefore: number;
}

/** A way to a purchase. */
@Internal()
@ObjectType('WayToPurchase', { description: 'What a customer met before they bought first.' })
export class WayToPurchaseType {
  customerId: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When they bought first; nothing when they have not.',
  })
  boughtAt: Date | null;

  @Field(() => [WayStepType], { description: 'In the order of time. A plain list: at most thirty.' })
  steps: WayStepType[];
}

const shownWay = ({ customerId, boughtAt, channels, daysBefore }: CustomerPath): WayToPurchaseType => ({
  customerId,
  boughtAt,
  steps: channels.map((channel, place) => ({ channel, daysBefore: daysBefore[place] ?? 0 })),
});

/** Credit for first purchases, and the ways behind it. */
@Resolver(() => WayToPurchaseType)
export class CreditResolver {
  @Internal()
  @Query(() => PurchaseCreditType, { description: 'Who gets credit for first purchases in a period.' })
  async purchaseCredit(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateTime, { nullable: true, description: 'Bought at this time or later.' })
    from?: Date | null,
    @Arg('until', () => DateTime, { nullable: true, description: 'Bought before this time.' })
    until?: Date | null,
  ): Promise<PurchaseCreditType> {
    const paths = await customerPaths(ctx.reads, { from: from ?? null, until: until ?? null });
    return { ...creditsOf(paths), lookBackDays };
  }

  @Internal()
  @Query(() => [WayToPurchaseType], {
    description:
      'The ways behind the credit of a channel: who met it and bought, newest first. A plain list: as many as asked for.',
  })
  async waysToPurchase(
    @Ctx() ctx: RequestContext,
    @Arg('channel', () => String, { description: 'Which channel.' }) channel: string,
    @Arg('from', () => DateTime, { nullable: true, description: 'Bought at this time or later.' })
    from?: Date | null,
    @Arg('until', () => DateTime, { nullable: true, description: 'Bought before this time.' })
    until?: Date | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' })
    first?: number | null,
  ): Promise<WayToPurchaseType[]> {
    const paths = await customerPaths(ctx.reads, { from: from ?? null, until: until ?? null });
    return paths
      .filter(({ channels, boughtAt }) => boughtAt !== null && channels.includes(channel))
      .slice(0, pageSize(first ?? 20, 20))
      .map(shownWay);
  }

  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'Whose way.' })
  customer(@Root() { customerId }: WayToPurchaseType, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, customerId);
  }
}
