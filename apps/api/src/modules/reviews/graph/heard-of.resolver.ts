import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { HeardWayEnum } from '#modules/voice';
import { Internal, type RequestContext, refused, resultOf } from '#platform/graphql';
import { sayHeardOf, takeBackHeardOf } from '../say-heard-of.ts';

/** How somebody heard of us, to be written down. */
@InputType('SayHeardOf', { description: 'How a customer says they heard of us.' })
export class SayHeardOfInput {
  @Field(() => ID, { description: 'The customer.' })
  customerId: string;

  @Field(() => HeardWayEnum, { description: 'How they heard of us.' })
  way: string;

  @Field(() => String, { nullable: true, description: 'In their own words.' })
  words?: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer who recommended us, when they named one.' })
  referrerId?: string | null;
}

/** The customer, or why it was not written down. */
export const HeardOfResult = resultOf('HeardOfResult', () => CustomerType, 'Customer');

/** Asking once how somebody heard of us. */
@Resolver()
export class HeardOfMovesResolver {
  @Internal()
  @Mutation(() => HeardOfResult, {
    description: 'Writes down how a customer heard of us; who said so already is not asked again.',
  })
  async sayHeardOf(@Arg('input', () => SayHeardOfInput) input: SayHeardOfInput, @Ctx() ctx: RequestContext) {
    const outcome = await ctx.db.transaction((tx) => sayHeardOf(tx, ctx.viewer, { ...input }, new Date()));
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    return this.shown(outcome.value.customerId, ctx);
  }

  @Internal()
  @Mutation(() => HeardOfResult, {
    description: 'Takes back what was written down here: they may be asked again.',
  })
  async takeBackHeardOf(
    @Arg('customerId', () => ID, { description: 'The customer.' }) customerId: string,
    @Ctx() ctx: RequestContext,
  ) {
    const outcome = await ctx.db.transaction((tx) => takeBackHeardOf(tx, ctx.viewer, customerId));
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    return this.shown(outcome.value.customerId, ctx);
  }

  private async shown(id: string, ctx: RequestContext): Promise<Customer | null> {
    ctx.forget();
    return ctx.load(customersById, id);
  }
}
