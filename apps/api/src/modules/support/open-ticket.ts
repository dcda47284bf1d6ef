import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import { maybeWord, word } from '#modules/house';
import { stewardRecord } from '#modules/identity';
import type { Tx } from '#platform/database';
import { refuseToSolve } from './change-tickets.ts';
import { nextTicketNumber, putTickets } from './data/tickets.ts';
import { badChange, type DeskRefusal, noSuch } from './domain/desk.ts';
import { type Ticket, tellTicket, untouched } from './domain/ticket.ts';
import { changeTicket } from './domain/ticket-change.ts';
import { resolveChange } from './resolve-change.ts';
import { announceTickets, tellOfTicket } from './tell-ticket-news.ts';
import { windTickets } from './wind-tickets.ts';

/** What a ticket that somebody opens here says. */
export interface TicketWish {
  customerId: string;
  subject: string;
  description?: string | null | undefined;
  /** How the customer asked: `phone`, `email` … */
  channel?: string | null | undefined;
  change?: unknown;
}

/**
 * A ticket of our own: it hangs on the customer's record of the source `ancora`, as notes and tasks do, so that it stands
 * beside those of other systems and is merged and split with the customer like them.
 */
export async function openTicket(
  tx: Tx,
  by: Actor,
  wish: TicketWish,
  now: Date,
): Promise<Result<Ticket, DeskRefusal>> {
  const subject = word(500).safeParse(wish.subject);
  if (!subject.success) return refuse(badChange('subject'));
  const description = maybeWord(100_000).safeParse(wish.description ?? undefined);
  const channel = maybeWord(60).safeParse(wish.channel ?? undefined);
  if (!description.success || !channel.success)
    return refuse(badChange(description.success ? 'channel' : 'description'));
  const resolved = await resolveChange(tx, wish.change ?? {});
  if (!resolved.ok) return resolved;
  const record = isId(wish.customerId) ? await stewardRecord(tx, wish.customerId) : null;
  if (!record) return refuse(noSuch('Nobody has this id.'));
  const id = newId();
  const opened: Ticket = {
    id,
    sourceId: record.sourceId,
    sourceKey: `ticket:${id}`,
    number: await nextTicketNumber(tx),
    customerId: record.customerId,
    sourceRecordId: record.sourceRecordId,
    companyId: null,
    subject: subject.data,
    description: description.data ?? null,
    status: 'new',
    priority: null,
    type: null,
    channel: channel.data ?? null,
    assigneeName: null,
    teamName: null,
    tags: [],
    satisfaction: null,
    openedAt: now,
    solvedAt: null,
    observedAt: now,
    signalId: null,
    ...untouched,
  };
  const unsolved = refuseToSolve([opened], resolved.value, now);
  if (unsolved) return refuse(unsolved);
  const { after: ticket } = changeTicket(opened, resolved.value, now);
  await putTickets(tx, [ticket]);
  await tellOfTicket(tx, ticket, tellTicket(undefined, ticket, now));
  await recordAudit(tx, by, {
    action: 'open-ticket',
    subjectType: 'Ticket',
    subjectId: id,
    customerId: record.customerId,
  });
  await windTickets(tx, [ticket]);
  await announceTickets(tx, [ticket], ['ticket']);
  return accept(ticket);
}
