import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { TodayType } from '#modules/today';
import { Internal, Personal, pageSize, type RequestContext } from '#platform/graphql';
import type { Shown } from '../data/shown-experience.ts';
import { badEndings, fadingBuyers } from '../data/today-memories.ts';
import { LivedInteractionType } from './experience.type.ts';

/** What the world sees of an ending that is worth mending. */
@Personal()
@ObjectType('BadEnding', {
  description:
    'Something that ended badly lately, and whose it was: a good end changes what will be remembered.',
})
export class BadEndingType {
  @Field(() => LivedInteractionType, { description: 'What ended badly.' })
  interaction: Shown;

  @Field(() => CustomerType, { nullable: true, description: 'For whom.' })
  customer: Customer | null;
}

/** What experience adds to the day: what to mend, and who is being forgotten. */
@Resolver(() => TodayType)
export class TodayMemoriesResolver {
  @Internal()
  @FieldResolver(() => [BadEndingType], {
    nullable: true,
    description:
      'What ended badly in the last 21 days and was not followed by anything measured: memorable first, then the newest.',
  })
  async badEndings(
    @Root() _today: TodayType,
    @Arg('first', () => Int, { defaultValue: 6, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<BadEndingType[]> {
    const ended = await badEndings(ctx.reads, pageSize(first, 6));
    return Promise.all(
      ended.map(async (interaction) => ({
        interaction,
        customer: await ctx.load(customersById, interaction.customerId as string),
      })),
    );
  }

  @Internal()
  @FieldResolver(() => [CustomerType], {
    nullable: true,
    description:
      'Buyers who are fading: three irrelevant interactions in a row, or hardly any memory of us left. Most purchases first.',
  })
  async fading(
    @Root() _today: TodayType,
    @Arg('first', () => Int, { defaultValue: 6, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Customer[]> {
    const ids = await fadingBuyers(ctx.reads, pageSize(first, 6));
    const customers = await Promise.all(ids.map((id) => ctx.load(customersById, id)));
    return customers.filter((one): one is Customer => one !== null);
  }
}
