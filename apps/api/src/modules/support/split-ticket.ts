import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { word } from '#modules/house';
import { stewardSource } from '#modules/identity';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { lockForWork } from './change-tickets.ts';
import { putLink } from './data/desk.ts';
import { lockMessages, placeMessages } from './data/thread.ts';
import { putEvents } from './data/ticket-events.ts';
import { nextTicketNumber, putTickets } from './data/tickets.ts';
import { badChange, type DeskRefusal } from './domain/desk.ts';
import { type Ticket, tellTicket, untouched } from './domain/ticket.ts';
import { announceTickets, asEvents, tellOfTicket } from './tell-ticket-news.ts';
import { windTickets } from './wind-tickets.ts';

const nothingToSplit: DeskRefusal = {
  code: 'NOTHING_TO_SPLIT',
  message: 'Choose messages of this ticket that begin another matter.',
  field: 'messageIds',
};

/** Makes a ticket of its own out of messages that are about another matter. Their source still has them where they were; here they are read in the new ticket. */
export async function splitTicket(
  tx: Tx,
  viewer: Viewer,
  wish: { id: string; messageIds: readonly string[]; subject: string },
  now: Date,
): Promise<Result<Ticket, DeskRefusal>> {
  const subject = word(500).safeParse(wish.subject);
  if (!subject.success) return refuse(badChange('subject'));
  const locked = await lockForWork(tx, [wish.id]);
  if (!locked.ok) return locked;
  const [from] = locked.value as [Ticket];
  const ids = [...new Set(wish.messageIds)];
  const messages = await lockMessages(tx, ids);
  const theirs = messages.filter(
    ({ ticketId, placedInId, ticketBefore }) => (placedInId ?? ticketId) === from.id && !ticketBefore,
  );
  if (theirs.length === 0 || theirs.length !== ids.length) return refuse(nothingToSplit);
  const { id: sourceId } = await stewardSource(tx);
  const id = newId();
  const openedAt = new Date(Math.min(...theirs.map(({ at }) => at.getTime())));
  const ticket: Ticket = {
    ...from,
    ...untouched,
    id,
    sourceId,
    sourceKey: `ticket:${id}`,
    number: await nextTicketNumber(tx),
    subject: subject.data,
    description: null,
    status: 'open',
    satisfaction: null,
    openedAt,
    solvedAt: null,
    observedAt: now,
    signalId: null,
    assigneeId: from.assigneeId,
    teamId: from.teamId,
  };
  await putTickets(tx, [ticket]);
  placeMessages(tx, ids, id);
  await putLink(tx, { ticketId: from.id, otherId: id, kind: 'split', createdAt: now });
  await putEvents(
    tx,
    asEvents(from.id, [{ field: 'split', before: null, after: `${ticket.number} ${ticket.subject}` }], {
      actor: viewer,
      at: now,
    }),
  );
  await tellOfTicket(tx, ticket, tellTicket(undefined, ticket, now));
  await recordAudit(tx, viewer, {
    action: 'split-ticket',
    subjectType: 'Ticket',
    subjectId: id,
    ...(ticket.customerId ? { customerId: ticket.customerId } : {}),
    details: { from: from.id, messages: ids.length },
  });
  await windTickets(tx, [ticket, from]);
  await announceTickets(tx, [ticket], ['ticket', 'message']);
  return accept(ticket);
}
