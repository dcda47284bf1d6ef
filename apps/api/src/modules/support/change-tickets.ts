import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { putEvents } from './data/ticket-events.ts';
import { lockTicketsById, putTickets } from './data/tickets.ts';
import { type DeskRefusal, fieldMissing, mergedAway, noSuchTicket } from './domain/desk.ts';
import { type Ticket, tellTicket } from './domain/ticket.ts';
import { changeTicket, missingIn, type ResolvedChange } from './domain/ticket-change.ts';
import { resolveChange } from './resolve-change.ts';
import { announceTickets, asEvents, tellOfTicket } from './tell-ticket-news.ts';
import { windTickets } from './wind-tickets.ts';

/** Finds the tickets somebody speaks of, locked; refuses when one is nowhere, or goes on in another one. */
export async function lockForWork(tx: Tx, ids: readonly string[]): Promise<Result<Ticket[], DeskRefusal>> {
  if (ids.length === 0 || !ids.every(isId)) return refuse(noSuchTicket);
  const found = new Map((await lockTicketsById(tx, ids)).map((ticket) => [ticket.id, ticket]));
  const tickets = ids.flatMap((id) => found.get(id.toLowerCase()) ?? []);
  if (tickets.length !== ids.length) return refuse(noSuchTicket);
  return tickets.some(({ mergedIntoId }) => mergedIntoId) ? refuse(mergedAway) : accept(tickets);
}

/** The refusal of a change that would solve a ticket of which something has to be known first; `null` when it may be carried out. */
export function refuseToSolve(
  tickets: readonly Ticket[],
  resolved: ResolvedChange,
  now: Date,
): DeskRefusal | null {
  for (const ticket of tickets) {
    const missing = missingIn(resolved, ticket, changeTicket(ticket, resolved, now).after);
    if (missing) return fieldMissing(missing);
  }
  return null;
}

/** Carries out a change on tickets that are locked already, and tells of it. */
export async function carryOutChange(
  tx: Tx,
  viewer: Viewer,
  tickets: readonly Ticket[],
  resolved: ResolvedChange,
  now: Date,
): Promise<Ticket[]> {
  const changed = tickets.map((before) => ({ before, ...changeTicket(before, resolved, now) }));
  const touched = changed.filter(({ before, after }) => before !== after);
  if (touched.length === 0) return [...tickets];
  await putTickets(
    tx,
    touched.map(({ after }) => after),
  );
  await putEvents(
    tx,
    touched.flatMap(({ after, events }) => asEvents(after.id, events, { actor: viewer, at: now })),
  );
  for (const { before, after } of touched) await tellOfTicket(tx, after, tellTicket(before, after, now));
  await recordAudit(
    tx,
    viewer,
    touched.map(({ after, events }) => ({
      action: 'change-ticket',
      subjectType: 'Ticket',
      subjectId: after.id,
      ...(after.customerId ? { customerId: after.customerId } : {}),
      details: { fields: events.map(({ field }) => field) },
    })),
  );
  await windTickets(
    tx,
    touched.map(({ after }) => after),
  );
  await announceTickets(
    tx,
    touched.map(({ after }) => after),
    ['ticket'],
  );
  return changed.map(({ after }) => after);
}

/** Does something to tickets, all of them or none. */
export async function changeTickets(
  tx: Tx,
  viewer: Viewer,
  ids: readonly string[],
  wish: unknown,
  now: Date,
): Promise<Result<Ticket[], DeskRefusal>> {
  const resolved = await resolveChange(tx, wish);
  if (!resolved.ok) return resolved;
  const locked = await lockForWork(tx, [...new Set(ids)]);
  if (!locked.ok) return locked;
  const refused = refuseToSolve(locked.value, resolved.value, now);
  if (refused) return refuse(refused);
  return accept(await carryOutChange(tx, viewer, locked.value, resolved.value, now));
}

/** Begins or ends to follow a ticket: whoever follows hears of what happens to it. */
export async function followTicket(
  tx: Tx,
  viewer: Viewer,
  id: string,
  follow: boolean,
): Promise<Result<Ticket, DeskRefusal>> {
  const locked = await lockForWork(tx, [id]);
  if (!locked.ok) return locked;
  const [before] = locked.value as [Ticket];
  const others = before.followers.filter((one) => one !== viewer.id);
  const after = { ...before, followers: follow && viewer.id ? [...others, viewer.id] : others };
  await putTickets(tx, [after]);
  await recordAudit(tx, viewer, {
    action: follow ? 'follow-ticket' : 'unfollow-ticket',
    subjectType: 'Ticket',
    subjectId: id,
  });
  return accept(after);
}
