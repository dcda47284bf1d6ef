import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { SearchHitType } from '#modules/customers';
import type { Found } from '#modules/house';
import { Internal, type RequestContext } from '#platform/graphql';
import { ticketsById } from '../data/tickets.ts';
import { TicketType } from './ticket.type.ts';

/** What support adds to the search: tickets by their number. */
@Resolver(() => SearchHitType)
export class SearchHitTicketResolver {
  @Internal()
  @FieldResolver(() => TicketType, { nullable: true, description: 'The ticket, when it is one.' })
  ticket(@Root() hit: Found, @Ctx() ctx: RequestContext) {
    return hit.typeName === 'Ticket' ? ctx.load(ticketsById, hit.id) : null;
  }
}
