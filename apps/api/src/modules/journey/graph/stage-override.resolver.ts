import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Result } from '#kernel/result';
import { type Customer, CustomerType, customersById, StageEnum } from '#modules/customers';
import { Internal, type RefusalType, type RequestContext, refused, resultOf } from '#platform/graphql';
import type { JourneyRefusal } from '../domain/override.ts';
import type { StageOverride } from '../domain/stage.ts';
import { overrideStage, undoOverride } from '../override-stage.ts';

/** Where somebody of us says a customer stands. */
@InputType('OverrideStage', { description: 'Where a customer stands, by one of us who knows better.' })
export class OverrideStageInput {
  @Field(() => ID, { description: 'The customer.' })
  customerId: string;

  @Field(() => StageEnum, { description: 'Where they stand.' })
  stage: string;

  @Field(() => String, { description: 'Why, in 3 to 500 characters.' })
  reason: string;
}

const CustomerMoved = resultOf('CustomerMoved', () => CustomerType, 'Customer');

/** Saying where a customer stands, and taking it back. */
@Resolver()
export class StageOverrideResolver {
  @Internal()
  @Mutation(() => CustomerMoved, {
    description:
      'Says where a customer stands, with a reason. It counts as a hard fact of this moment; later facts move them on.',
  })
  async overrideStage(
    @Arg('input', () => OverrideStageInput) input: OverrideStageInput,
    @Ctx() ctx: RequestContext,
  ) {
    return this.#answer(
      ctx,
      await ctx.db.transaction((tx) => overrideStage(tx, ctx.viewer, input, new Date())),
    );
  }

  @Internal()
  @Mutation(() => CustomerMoved, { description: 'Takes back what one of us said of a stage.' })
  async undoStageOverride(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.#answer(ctx, await ctx.db.transaction((tx) => undoOverride(tx, ctx.viewer, id, new Date())));
  }

  async #answer(
    ctx: RequestContext,
    outcome: Result<StageOverride, JourneyRefusal>,
  ): Promise<Customer | RefusalType> {
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    ctx.forget();
    const customer = await ctx.load(customersById, outcome.value.customerId);
    return customer ?? refused('CUSTOMER_MISSING', 'Nobody has this id.', 'customerId');
  }
}
