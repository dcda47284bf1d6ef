/** Support: tickets and their messages. */
export { type MessageBody, messageBody } from './domain/read-message-signal.ts';
export {
  type TicketBody,
  type TicketPriority,
  type TicketStatus,
  ticketBody,
} from './domain/read-ticket-signal.ts';
export { readTicketPriority, readTicketStatus } from './domain/words.ts';
