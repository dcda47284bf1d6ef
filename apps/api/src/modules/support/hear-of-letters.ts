import type { MovedLetter } from '#modules/house';
import type { Db, Tx } from '#platform/database';
import { messagesById } from './data/messages.ts';
import { forgetTicketsBefore, lockMessages } from './data/thread.ts';
import { lockTicketsById, ticketsById } from './data/tickets.ts';
import { tellMessage } from './domain/message.ts';
import { asBefore } from './domain/reply.ts';
import { tellTicket } from './domain/ticket.ts';
import { announceTickets, tellOfTicket } from './tell-ticket-news.ts';

/**
 * A reply has left the outbox: only now it has happened, so only now the customer's timeline and journey hear of it, and of what was
 * done with it. Hearing it twice tells it once.
 */
export async function hearOfLetters(tx: Tx, letters: readonly MovedLetter[]): Promise<void> {
  const left = letters.filter(({ state }) => state === 'queued' || state === 'sent');
  const messages = (
    await lockMessages(
      tx,
      left.map(({ subjectId }) => subjectId),
    )
  ).filter(({ ticketBefore }) => ticketBefore);
  if (messages.length === 0) return;
  const tickets = new Map(
    (
      await lockTicketsById(
        tx,
        messages.map(({ ticketId }) => ticketId),
      )
    ).map((ticket) => [ticket.id, ticket]),
  );
  for (const message of messages) {
    const ticket = tickets.get(message.ticketId);
    if (!ticket) continue;
    await tellOfTicket(tx, ticket, tellMessage(message, ticket));
    await tellOfTicket(tx, ticket, tellTicket(asBefore(ticket, message.ticketBefore!), ticket, message.at));
  }
  forgetTicketsBefore(
    tx,
    messages.map(({ id }) => id),
  );
  await announceTickets(tx, [...tickets.values()], ['ticket', 'message']);
}

/** Where an answer to a reply belongs: the ticket of the reply, or the one in which it goes on. */
export async function threadOfReply(
  db: Db,
  messageId: string,
): Promise<{ sourceId: string; key: string } | null> {
  const [message] = await messagesById(db, [messageId]);
  return message ? threadOfTicket(db, message.placedInId ?? message.ticketId) : null;
}

/** Where more words about a ticket belong: the ticket, or the one in which it goes on. */
export async function threadOfTicket(
  db: Db,
  ticketId: string,
): Promise<{ sourceId: string; key: string } | null> {
  let [ticket] = await ticketsById(db, [ticketId]);
  // People merge what was merged; a ring of merges would be a mistake, and eight deep is deep enough.
  for (let depth = 0; ticket?.mergedIntoId && depth < 8; depth += 1)
    [ticket] = await ticketsById(db, [ticket.mergedIntoId]);
  return ticket ? { sourceId: ticket.sourceId, key: ticket.sourceKey } : null;
}
