import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { filesAtMost, hangAttachments } from '#modules/attachments';
import { customersById } from '#modules/customers';
import { word } from '#modules/house';
import { stewardSource } from '#modules/identity';
import { holdLetter } from '#modules/outbox';
import { makePromise, type PromiseKind } from '#modules/promises';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { carryOutChange, lockForWork, refuseToSolve } from './change-tickets.ts';
import { countMacro } from './data/desk.ts';
import { putMessages } from './data/messages.ts';
import { lastMailOf, lastPublicMessage } from './data/thread.ts';
import { putEvents } from './data/ticket-events.ts';
import { putTickets } from './data/tickets.ts';
import {
  changedMeanwhile,
  type DeskRefusal,
  filesMissing,
  neverDue,
  noAddress,
  noFilesThatWay,
  wayRefused,
  wordless,
} from './domain/desk.ts';
import type { Message } from './domain/message.ts';
import { promiseKeyOf, takesFiles, ticketBefore, wayTrouble } from './domain/reply.ts';
import type { Ticket } from './domain/ticket.ts';
import { changeTicket, type ResolvedChange } from './domain/ticket-change.ts';
import { findWays } from './find-ways.ts';
import { resolveChange } from './resolve-change.ts';
import { announceTickets, asEvents } from './tell-ticket-news.ts';
import { windTickets } from './wind-tickets.ts';

/** What somebody wants to write in a ticket. */
export interface WritingWish {
  ticketId: string;
  body: string;
  /** What is done with the ticket when it is sent. */
  change?: unknown;
  macroId?: string | null | undefined;
  /** Files that the writer added while writing. */
  attachmentIds?: readonly string[] | null | undefined;
  /** What the writer promises with it; it is a promise once it is sent, and none when it is taken back. */
  promise?: { words: string; kind?: PromiseKind | null | undefined; dueAt: Date } | null | undefined;
  /** The way it goes (`sms`, `email`); by default the one the customer came by. */
  via?: string | null | undefined;
  /** The newest words with the customer that the writer has seen; `null` when there were none. */
  seenMessageId?: string | null | undefined;
}

/** What was written, and where. */
export interface Written {
  ticket: Ticket;
  message: Message;
}

const words = word(200_000);

function newMessage(ticket: Ticket, viewer: Viewer, sourceId: string, body: string, now: Date): Message {
  const id = newId();
  return {
    id,
    sourceId,
    sourceKey: `message:${id}`,
    ticketId: ticket.id,
    customerId: ticket.customerId,
    sourceRecordId: ticket.sourceRecordId,
    authorKind: 'agent',
    authorName: viewer.name,
    isPublic: false,
    body,
    at: now,
    signalId: null,
    authorId: viewer.id,
    placedInId: null,
    ticketBefore: null,
  };
}

/** Hangs the files of a writing on it; false when one of them is not there any more, or not the writer's. */
async function hangFiles(tx: Tx, viewer: Viewer, wish: WritingWish, message: Message): Promise<boolean> {
  const ids = [...new Set(wish.attachmentIds ?? [])];
  if (ids.length === 0) return true;
  if (!viewer.id || ids.length > filesAtMost || !ids.every(isId)) return false;
  return (await hangAttachments(tx, ids, viewer.id, message)) === ids.length;
}

/** A ticket that nobody looks after is from then on that of who answers. */
function withWriter(ticket: Ticket, viewer: Viewer, resolved: ResolvedChange): ResolvedChange {
  const status = ticket.status === 'new' && !resolved.change.status ? ({ status: 'open' } as const) : {};
  const takes = resolved.assignee === undefined && ticket.assigneeName === null && viewer.id;
  return {
    ...resolved,
    change: { ...resolved.change, ...status },
    ...(takes ? { assignee: { id: viewer.id!, name: viewer.name } } : {}),
  };
}

/**
 * Answers the customer: the words go into the thread and, as a letter, into the outbox, where they are held for ten seconds. Refused,
 * with nothing done, when somebody else wrote since the writer looked: nobody is answered twice by accident.
 */
export async function replyToTicket(
  tx: Tx,
  viewer: Viewer,
  wish: WritingWish,
  now: Date,
): Promise<Result<Written, DeskRefusal>> {
  const body = words.safeParse(wish.body);
  if (!body.success) return refuse(wordless('A reply needs words, at most 200,000 characters.'));
  const wanted = await resolveChange(tx, wish.change ?? {});
  if (!wanted.ok) return wanted;
  const locked = await lockForWork(tx, [wish.ticketId]);
  if (!locked.ok) return locked;
  const [before] = locked.value as [Ticket];
  const last = await lastPublicMessage(tx, before.id);
  if (last && wish.seenMessageId !== undefined && last.id !== wish.seenMessageId)
    return refuse(
      changedMeanwhile(last.authorName ?? (last.authorKind === 'customer' ? 'The customer' : 'A colleague')),
    );
  const [customer] = before.customerId ? await customersById(tx, [before.customerId]) : [null];
  const [ways = []] = await findWays(tx, [before]);
  const place = wish.via ? ways.find(({ channel }) => channel === wish.via) : ways[0];
  if (!customer || !place) return refuse(noAddress);
  const shut = wayTrouble(place, body.data, now);
  if (shut) return refuse(wayRefused(shut, place.charactersAtMost));
  if (wish.attachmentIds?.length && !takesFiles(place)) return refuse(noFilesThatWay);

  const unsolved = refuseToSolve([before], wanted.value, now);
  if (unsolved) return refuse(unsolved);
  if (wish.promise && !(wish.promise.words.trim() && wish.promise.dueAt > now)) return refuse(neverDue);

  const { id: sourceId } = await stewardSource(tx);
  const { after, events } = changeTicket(before, withWriter(before, viewer, wanted.value), now);
  const message: Message = {
    ...newMessage(after, viewer, sourceId, body.data, now),
    isPublic: true,
    ticketBefore: ticketBefore(before, after),
  };
  if (!(await hangFiles(tx, viewer, wish, message))) return refuse(filesMissing);
  if (wish.promise) {
    const promised = await makePromise(
      tx,
      viewer,
      {
        ...wish.promise,
        customerId: customer.id,
        channel: place.channel,
        department: 'support',
        subject: { type: 'Ticket', id: after.id },
        key: promiseKeyOf(message),
      },
      now,
    );
    if (!promised.ok) return refuse(neverDue);
  }
  await putMessages(tx, [message]);
  if (after !== before) await putTickets(tx, [after]);
  await putEvents(tx, asEvents(after.id, events, { actor: viewer, at: now, messageId: message.id }));
  await holdLetter(
    tx,
    {
      channel: place.channel,
      toAddress: place.toAddress,
      purpose: 'reply',
      subjectType: 'Message',
      subjectId: message.id,
      customerId: after.customerId,
      sourceRecordId: after.sourceRecordId,
      toName: customer.displayName,
      subject: `Re: ${after.subject}`,
      body: body.data,
      language: customer.language,
      threadKey: after.id,
      answersExternalId: place.channel === 'email' ? await lastMailOf(tx, before.id) : null,
      authorId: viewer.id,
      authorName: viewer.name,
    },
    now,
  );
  if (wish.macroId) countMacro(tx, wish.macroId, 1);
  await recordAudit(tx, viewer, {
    action: 'reply-to-ticket',
    subjectType: 'Ticket',
    subjectId: after.id,
    ...(after.customerId ? { customerId: after.customerId } : {}),
    details: { channel: place.channel, fields: events.map(({ field }) => field) },
  });
  await windTickets(tx, [after]);
  await announceTickets(tx, [after], ['ticket', 'message']);
  return accept({ ticket: after, message });
}

/** Writes a note among colleagues; the customer never sees it, and nothing is sent. */
export async function addTicketNote(
  tx: Tx,
  viewer: Viewer,
  wish: WritingWish,
  now: Date,
): Promise<Result<Written, DeskRefusal>> {
  const body = words.safeParse(wish.body);
  if (!body.success) return refuse(wordless('A note needs words, at most 200,000 characters.'));
  const wanted = await resolveChange(tx, wish.change ?? {});
  if (!wanted.ok) return wanted;
  const locked = await lockForWork(tx, [wish.ticketId]);
  if (!locked.ok) return locked;
  const [before] = locked.value as [Ticket];
  const unsolved = refuseToSolve([before], wanted.value, now);
  if (unsolved) return refuse(unsolved);
  const { id: sourceId } = await stewardSource(tx);
  const message = newMessage(before, viewer, sourceId, body.data, now);
  if (!(await hangFiles(tx, viewer, wish, message))) return refuse(filesMissing);
  await putMessages(tx, [message]);
  await recordAudit(tx, viewer, {
    action: 'add-ticket-note',
    subjectType: 'Ticket',
    subjectId: before.id,
    ...(before.customerId ? { customerId: before.customerId } : {}),
  });
  const [ticket] = (await carryOutChange(tx, viewer, [before], wanted.value, now)) as [Ticket];
  await announceTickets(tx, [ticket], ['message']);
  return accept({ ticket, message });
}
