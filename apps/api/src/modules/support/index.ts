/** Support: tickets and their messages. */
import type { Manifest } from '#modules/house';
import { findTickets } from './data/find-tickets.ts';
import { livedTickets } from './data/lived-tickets.ts';
import { MessageEntity } from './data/message.entity.ts';
import { messagesById } from './data/messages.ts';
import { TicketEntity } from './data/ticket.entity.ts';
import { ticketReadings } from './data/ticket-reading.ts';
import { ticketSummary, ticketsById } from './data/tickets.ts';
import { supportTrackRecords } from './data/track-record.ts';
import { supportFormats } from './domain/formats/index.ts';
import { SearchHitTicketResolver } from './graph/search-hit-ticket.resolver.ts';
import { CustomerTicketsResolver, TicketResolver } from './graph/ticket.resolver.ts';
import { TodayTicketsResolver } from './graph/today-tickets.resolver.ts';
import { messageSignal } from './record-message.ts';
import { ticketSignal } from './record-ticket.ts';

export { ticketsById } from './data/tickets.ts';
export { type MessageBody, messageBody } from './domain/read-message-signal.ts';
export {
  type TicketBody,
  type TicketPriority,
  type TicketStatus,
  ticketBody,
} from './domain/read-ticket-signal.ts';
export { readTicketPriority, readTicketStatus } from './domain/words.ts';
export { TicketType } from './graph/ticket.type.ts';

export const support: Manifest = {
  name: 'support',
  entities: [TicketEntity, MessageEntity],
  readings: ticketReadings,
  resolvers: [CustomerTicketsResolver, SearchHitTicketResolver, TicketResolver, TodayTicketsResolver],
  nodes: [
    { typeName: 'Ticket', batch: ticketsById },
    { typeName: 'Message', batch: messagesById },
  ],
  signals: [ticketSignal, messageSignal],
  formats: supportFormats,
  searches: [findTickets],
  follows: ['ticket', 'message'],
  lived: livedTickets,
  summary: ticketSummary,
  trackRecords: supportTrackRecords,
};
