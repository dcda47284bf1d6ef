import { isId } from '#kernel/id';
import { announce } from '#modules/changes';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { dropPresence, putPresence } from './data/desk.ts';
import { ticketsById } from './data/tickets.ts';
import { type Doing, presenceMs } from './domain/desk.ts';

/** Says that somebody has a ticket open and what they do there, or (`null`) that they left. Colleagues hear of it when it is news. */
export async function attendTicket(
  tx: Tx,
  viewer: Viewer,
  ticketId: string,
  doing: Doing | null,
  now: Date,
): Promise<boolean> {
  const [ticket] = isId(ticketId) ? await ticketsById(tx, [ticketId]) : [null];
  if (!ticket || !viewer.id) return false;
  let isNews = true;
  if (doing)
    isNews = await putPresence(
      tx,
      { ticketId, userId: viewer.id, userName: viewer.name, doing, seenAt: now },
      new Date(now.getTime() - presenceMs),
    );
  else dropPresence(tx, ticketId, viewer.id);
  if (isNews && ticket.customerId) await announce(tx, [ticket.customerId], ['presence']);
  return true;
}
