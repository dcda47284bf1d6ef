import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { lockForWork } from './change-tickets.ts';
import { dropLink, putLink } from './data/desk.ts';
import { putEvents } from './data/ticket-events.ts';
import { lockTicketsById, putTickets } from './data/tickets.ts';
import { type DeskRefusal, noSuchTicket } from './domain/desk.ts';
import type { Ticket } from './domain/ticket.ts';
import { announceTickets, asEvents } from './tell-ticket-news.ts';
import { windTickets } from './wind-tickets.ts';

const sameTicket: DeskRefusal = {
  code: 'SAME_TICKET',
  message: 'A ticket cannot be joined with itself.',
  field: 'otherId',
};
const otherCustomer: DeskRefusal = {
  code: 'OTHER_CUSTOMER',
  message: 'These are tickets of two customers: what one wrote is not for the other. Link them instead.',
  field: 'otherId',
};

/**
 * Lets one ticket go on in another: its thread is read there from then on, and it waits for nobody any more. Nothing is moved, so undoing
 * it gives back exactly what was.
 */
export async function mergeTickets(
  tx: Tx,
  viewer: Viewer,
  id: string,
  intoId: string,
  now: Date,
): Promise<Result<Ticket, DeskRefusal>> {
  if (id === intoId) return refuse(sameTicket);
  const locked = await lockForWork(tx, [id, intoId]);
  if (!locked.ok) return locked;
  const [away, into] = locked.value as [Ticket, Ticket];
  if (away.customerId !== into.customerId) return refuse(otherCustomer);
  const after: Ticket = { ...away, mergedIntoId: into.id };
  await putTickets(tx, [after]);
  await putEvents(
    tx,
    asEvents(into.id, [{ field: 'merged', before: away.number, after: away.subject }], {
      actor: viewer,
      at: now,
    }),
  );
  await recordAudit(tx, viewer, {
    action: 'merge-tickets',
    subjectType: 'Ticket',
    subjectId: into.id,
    ...(into.customerId ? { customerId: into.customerId } : {}),
    details: { merged: away.id },
  });
  await windTickets(tx, [after, into]);
  await announceTickets(tx, [into], ['ticket']);
  return accept(into);
}

/** Gives a ticket that goes on in another one its own thread back. */
export async function unmergeTicket(
  tx: Tx,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<Ticket, DeskRefusal>> {
  const found = isId(id) ? await lockTicketsById(tx, [id]) : [];
  const away = found.find((ticket) => ticket.id === id.toLowerCase());
  if (!away) return refuse(noSuchTicket);
  const into = found.find((ticket) => ticket.id === away.mergedIntoId);
  if (!into)
    return refuse({ code: 'NOT_MERGED', message: 'This ticket goes on in no other one.', field: 'id' });
  const after: Ticket = { ...away, mergedIntoId: null };
  await putTickets(tx, [after]);
  await putEvents(
    tx,
    asEvents(into.id, [{ field: 'unmerged', before: away.number, after: away.subject }], {
      actor: viewer,
      at: now,
    }),
  );
  await recordAudit(tx, viewer, {
    action: 'unmerge-ticket',
    subjectType: 'Ticket',
    subjectId: id,
    ...(after.customerId ? { customerId: after.customerId } : {}),
  });
  await windTickets(tx, [after, into]);
  await announceTickets(tx, [after], ['ticket']);
  return accept(after);
}

/** Says that two tickets belong together, or that they do not; doing it twice changes nothing. */
export async function linkTickets(
  tx: Tx,
  viewer: Viewer,
  id: string,
  otherId: string,
  together: boolean,
  now: Date,
): Promise<Result<Ticket, DeskRefusal>> {
  if (id === otherId) return refuse(sameTicket);
  const locked = await lockForWork(tx, [id, otherId]);
  if (!locked.ok) return locked;
  const [ticket, other] = locked.value as [Ticket, Ticket];
  dropLink(tx, id, otherId);
  if (together) await putLink(tx, { ticketId: id, otherId, kind: 'related', createdAt: now });
  await recordAudit(tx, viewer, {
    action: together ? 'link-tickets' : 'unlink-tickets',
    subjectType: 'Ticket',
    subjectId: id,
    details: { other: other.id },
  });
  await announceTickets(tx, [ticket, other], ['ticket']);
  return accept(ticket);
}
