import type { NewTicketEvent } from './ticket-change.ts';

/** Something that was done to a ticket, as its thread tells it. */
export interface TicketEvent extends NewTicketEvent {
  id: string;
  ticketId: string;
  at: Date;
  actorId: string | null;
  /** Who did it; `null` when it came about by itself. */
  actorName: string | null;
  /** The reply with which it was done. */
  messageId: string | null;
  signalId: string | null;
}
