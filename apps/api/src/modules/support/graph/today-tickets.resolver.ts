import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { TodayType } from '#modules/today';
import { DateTime, Internal, pageSize, type RequestContext } from '#platform/graphql';
import { type ShownTicket, ticketsWaiting } from '../data/tickets.ts';
import { TicketType } from './ticket.type.ts';

/** What the world sees of a ticket that waits for us. */
@Internal()
@ObjectType('WaitingTicket', { description: 'An open ticket whose last word is the customer’s.' })
export class WaitingTicketType {
  @Field(() => TicketType, { description: 'The ticket.' })
  ticket: ShownTicket;

  @Field(() => DateTime, { description: 'Since when the customer waits for an answer.' })
  waitingSince: Date;
}

/** What support adds to the day: who waits for an answer. */
@Resolver(() => TodayType)
export class TodayTicketsResolver {
  @Internal()
  @FieldResolver(() => [WaitingTicketType], {
    nullable: true,
    description:
      'Open tickets that nobody answered since the customer last wrote: one’s own first, those of the last two weeks before older ones, then urgent ones, then who waits longest.',
  })
  async tickets(
    @Root() _today: TodayType,
    @Arg('first', () => Int, { defaultValue: 8, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() { reads, viewer }: RequestContext,
  ): Promise<WaitingTicketType[]> {
    const waiting = await ticketsWaiting(reads, { name: viewer.name, first: pageSize(first, 8) });
    return waiting.map((ticket) => ({ ticket, waitingSince: ticket.waitingSince }));
  }
}
