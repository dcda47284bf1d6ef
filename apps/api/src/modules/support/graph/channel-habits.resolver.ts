import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { Personal, type RequestContext } from '#platform/graphql';
import { type ChannelHabit, channelHabitsByCustomer } from '../data/channel-habits.ts';

/** What the world sees of a habit. */
@Personal()
@ObjectType('ChannelHabit', { description: 'How a customer uses a channel when they write to support.' })
export class ChannelHabitType implements ChannelHabit {
  @Field(() => String, { description: 'The channel, as its tickets name it.' })
  channel: string;

  @Field(() => Int, { description: 'How many messages they wrote there, in their last 200 tickets.' })
  messages: number;

  @Field(() => Int, { description: 'How often they answered us there, within 30 days.' })
  answers: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The middle of the minutes they took to answer; null under three answers.',
  })
  answerMinutes: number | null;
}

/** What support adds to the customer graph beside tickets: `Customer.channelHabits`. */
@Resolver(() => CustomerType)
export class CustomerChannelHabitsResolver {
  @Personal()
  @FieldResolver(() => [ChannelHabitType], {
    nullable: true,
    description:
      'On which channels they write to support and how soon they answer there, the most used first. A plain list: at most 8.',
  })
  channelHabits(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<ChannelHabit[]> {
    return ctx.load(channelHabitsByCustomer, customer.id);
  }
}
