import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { pageSize, type RequestContext, Special } from '#platform/graphql';
import { messagesByTicket } from '../data/messages.ts';
import { type ShownTicket, ticketsByCustomer } from '../data/tickets.ts';
import type { Message } from '../domain/message.ts';
import { MessageType, TicketType } from './ticket.type.ts';

/** What support adds to the customer graph: `Customer.tickets`. */
@Resolver(() => CustomerType)
export class CustomerTicketsResolver {
  @FieldResolver(() => [TicketType], {
    nullable: true,
    description: 'Questions they asked support, newest first.',
  })
  tickets(
    @Root() customer: Customer,
    @Arg('first', () => Int, { defaultValue: 10, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ShownTicket[]> {
    return ctx.load(ticketsByCustomer, { customerId: customer.id, first: pageSize(first, 10) });
  }
}

/** The messages of a ticket, and whose it is. */
@Resolver(() => TicketType)
export class TicketResolver {
  @Special()
  @FieldResolver(() => [MessageType], {
    nullable: true,
    description: 'What was written, in the order it was written.',
  })
  messages(
    @Root() ticket: ShownTicket,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Message[]> {
    return ctx.load(messagesByTicket, { ticketId: ticket.id, first: pageSize(first, 50) });
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'Who asked; null when nobody knows.' })
  customer(@Root() ticket: ShownTicket, @Ctx() ctx: RequestContext): Promise<Customer | null> | null {
    return ticket.customerId ? ctx.load(customersById, ticket.customerId) : null;
  }
}
