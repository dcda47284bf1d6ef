import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { DateTime, Internal, Personal, pageSize, type RequestContext, ShareType } from '#platform/graphql';
import { type BotTalk, botTalks } from '../data/bot-sessions.ts';
import { ticketsById } from '../data/tickets.ts';
import { botContainment, botEnding } from '../domain/bot-containment.ts';
import type { Ticket } from '../domain/ticket.ts';
import { TicketType } from './ticket.type.ts';

/** How a conversation with a bot ended, as the graph names it. */
export const BotEndingEnum = {
  SOLVED: 'solved',
  CAME_BACK: 'came-back',
  GAVE_UP: 'gave-up',
  HANDED: 'handed',
} as const;
registerEnumType(BotEndingEnum, {
  name: 'BotEnding',
  description: 'How a conversation with a bot ended.',
  valuesConfig: {
    SOLVED: { description: 'Solved without a person, and the customer did not come back within a day.' },
    CAME_BACK: { description: 'Solved, it seemed: the customer came back within a day.' },
    GAVE_UP: { description: 'No person, no solution: they gave up, or it lies open.' },
    HANDED: { description: 'A person took over.' },
  },
});

/** A conversation with a bot. */
@Internal()
@ObjectType('BotTalk', { description: 'A conversation in which a bot spoke, and how it ended.' })
export class BotTalkType {
  ticketId: string;
  customerId: string | null;

  @Field(() => BotEndingEnum, { description: 'How it ended.' })
  ending: string;

  @Field(() => DateTime, { description: 'When the bot began to speak.' })
  beganAt: Date;
}

/** What bots did. */
@Internal()
@ObjectType('BotContainment', {
  description:
    'What bots really kept away from people, beside the number that is usually shown. Conversations of the last day are not counted: who knows whether they come back.',
})
export class BotContainmentType {
  @Field(() => ShareType, {
    description: 'No person was needed, as bots are usually praised: who gave up counts, too.',
  })
  claimed: Proportion;

  @Field(() => ShareType, { description: 'Solved, by no person, and no new contact within a day.' })
  truly: Proportion;

  @Field(() => ShareType, { description: 'A person took over.' })
  handed: Proportion;

  @Field(() => ShareType, { description: 'Nobody solved it and nobody came.' })
  gaveUp: Proportion;

  @Field(() => [BotTalkType], {
    description: 'The conversations, newest first. A plain list: as many as asked for.',
  })
  talks: BotTalkType[];

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** Bots and what came of them. */
@Resolver(() => BotTalkType)
export class BotResolver {
  @Internal()
  @Query(() => BotContainmentType, { description: 'What bots kept away from people, truly.' })
  async botContainment(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateTime, { nullable: true, description: 'Begun at this time or later.' })
    from?: Date | null,
    @Arg('until', () => DateTime, { nullable: true, description: 'Begun before this time.' })
    until?: Date | null,
    @Arg('channels', () => [String], { nullable: true, description: 'On one of these channels.' })
    channels?: string[] | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 20,
      description: 'How many conversations, at most 100.',
    })
    first?: number | null,
  ): Promise<BotContainmentType> {
    const search = { from: from ?? null, until: until ?? null, channels: channels ?? null };
    const talks = await botTalks(ctx.reads, search, new Date());
    // Whether something was asked twice nobody measures yet: clean hand-overs are not claimed.
    const counted = botContainment(
      talks.map(({ human, solved, cameBack }) => ({
        human,
        solved,
        recontact24h: cameBack,
        contextPassed: true,
        askedAgain: false,
      })),
    );
    return {
      claimed: counted.naiveContainment,
      truly: counted.trueContainment,
      handed: counted.handed,
      gaveUp: counted.gaveUp,
      settings: counted.settings,
      talks: talks
        .slice(0, pageSize(first ?? 20, 20))
        .map((talk: BotTalk) => ({ ...talk, ending: botEnding({ ...talk, recontact24h: talk.cameBack }) })),
    };
  }

  @Internal()
  @FieldResolver(() => TicketType, { nullable: true, description: 'The ticket of it.' })
  ticket(@Root() { ticketId }: BotTalkType, @Ctx() ctx: RequestContext): Promise<Ticket | null> {
    return ctx.load(ticketsById, ticketId);
  }

  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'With whom.' })
  customer(@Root() { customerId }: BotTalkType, @Ctx() ctx: RequestContext): Promise<Customer | null> | null {
    return customerId ? ctx.load(customersById, customerId) : null;
  }
}
