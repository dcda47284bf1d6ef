import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { releaseAttachments } from '#modules/attachments';
import { lettersBySubject, takeBackLetter } from '#modules/outbox';
import { settlePromiseOf } from '#modules/promises';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { deleteMessage, lockMessages } from './data/thread.ts';
import { deleteEventsOfMessage, eventsOfMessage } from './data/ticket-events.ts';
import { lockTicketsById, putTickets } from './data/tickets.ts';
import { type DeskRefusal, noSuch } from './domain/desk.ts';
import type { Message } from './domain/message.ts';
import { promiseKeyOf, withoutReply } from './domain/reply.ts';
import type { Ticket } from './domain/ticket.ts';
import { announceTickets } from './tell-ticket-news.ts';
import { windTickets } from './wind-tickets.ts';

const noSuchMessage = noSuch('There is no such message.');
const notYours: DeskRefusal = {
  code: 'NOT_YOURS',
  message: 'A message is taken back by who wrote it.',
  field: 'messageId',
};

/**
 * Takes back what one wrote in a ticket: a note at any time, a reply as long as it has not left the outbox. What was done with the
 * reply is undone, too. Answers with the ticket, and with the message as it was, so that its words can be given back to who wrote them.
 */
export async function takeBackMessage(
  tx: Tx,
  viewer: Viewer,
  messageId: string,
  now: Date,
): Promise<Result<{ ticket: Ticket; message: Message }, DeskRefusal>> {
  const [message] = isId(messageId) ? await lockMessages(tx, [messageId]) : [];
  if (!message?.authorId) return refuse(noSuchMessage);
  if (message.authorId !== viewer.id) return refuse(notYours);
  const [ticket] = await lockTicketsById(tx, [message.placedInId ?? message.ticketId]).then((found) =>
    found.filter(({ id }) => id === (message.placedInId ?? message.ticketId)),
  );
  if (!ticket) return refuse(noSuchMessage);
  let after = ticket;
  if (message.isPublic) {
    const [letter] = await lettersBySubject(tx, [message.id]);
    const taken = letter ? await takeBackLetter(tx, letter.id) : null;
    if (!taken?.ok || !message.ticketBefore)
      return refuse({
        code: 'ALREADY_LEFT',
        message: 'It has left already and cannot be taken back.',
        field: null,
      });
    after = withoutReply(ticket, message.ticketBefore, await eventsOfMessage(tx, message.id));
    await putTickets(tx, [after]);
    deleteEventsOfMessage(tx, message.id);
    // Refused where nothing was promised with it.
    await settlePromiseOf(tx, viewer, promiseKeyOf(message), { act: 'take-back' }, now);
  }
  releaseAttachments(tx, message.sourceKey);
  deleteMessage(tx, message.id);
  await recordAudit(tx, viewer, {
    action: message.isPublic ? 'take-back-reply' : 'take-back-ticket-note',
    subjectType: 'Ticket',
    subjectId: ticket.id,
    ...(ticket.customerId ? { customerId: ticket.customerId } : {}),
  });
  await windTickets(tx, [after]);
  await announceTickets(tx, [after], ['ticket', 'message']);
  return accept({ ticket: after, message });
}
