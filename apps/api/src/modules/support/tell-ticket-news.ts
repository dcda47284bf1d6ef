import { newId } from '#kernel/id';
import { announce } from '#modules/changes';
import { summarise } from '#modules/customers';
import { type Recorded, type Telling, tellTo } from '#modules/house';
import { advance, stageSummary } from '#modules/journey';
import { tell, timelineSummary } from '#modules/timeline';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { ticketSummary } from './data/tickets.ts';
import type { Ticket } from './domain/ticket.ts';
import type { NewTicketEvent } from './domain/ticket-change.ts';
import type { TicketEvent } from './domain/ticket-event.ts';

/** Tells the customer's timeline and journey what happened to a ticket here. */
export async function tellOfTicket(tx: Tx, ticket: Ticket, telling: Telling): Promise<void> {
  const { customerId, sourceRecordId } = ticket;
  if (!customerId || !sourceRecordId) return;
  const recorded: Recorded = { entries: [], facts: [] };
  tellTo([{ customerId, sourceRecordId }], null, telling, recorded);
  if (recorded.entries.length > 0) await tell(tx, recorded.entries);
  if (recorded.facts.length > 0) await advance(tx, recorded.facts);
}

/** Brings the summaries of customers up to date after their tickets changed, and wakes whoever watches them. */
export async function announceTickets(
  tx: Tx,
  tickets: readonly Pick<Ticket, 'customerId'>[],
  kinds: readonly string[],
): Promise<void> {
  const customerIds = [...new Set(tickets.flatMap(({ customerId }) => customerId ?? []))];
  summarise(tx, [ticketSummary, timelineSummary, stageSummary], customerIds);
  await announce(tx, customerIds, kinds);
}

/** What was done, ready for the thread. */
export const asEvents = (
  ticketId: string,
  events: readonly NewTicketEvent[],
  by: {
    actor: Pick<Viewer, 'id' | 'name'> | null;
    at: Date;
    messageId?: string | null;
    signalId?: string | null;
  },
): TicketEvent[] =>
  events.map((event) => ({
    ...event,
    id: newId(),
    ticketId,
    at: by.at,
    actorId: by.actor?.id ?? null,
    actorName: by.actor?.name ?? null,
    messageId: by.messageId ?? null,
    signalId: by.signalId ?? null,
  }));
