import type { Telling } from '#modules/house';
import type { AuthorKind, MessageBody } from './read-message-signal.ts';
import type { Ticket } from './ticket.ts';

/** One message of a ticket. */
export interface Message {
  id: string;
  sourceId: string;
  sourceKey: string;
  ticketId: string;
  /** Whose ticket it is, not who wrote: where `sourceRecordId` belongs now. */
  customerId: string | null;
  sourceRecordId: string | null;
  authorKind: AuthorKind;
  authorName: string | null;
  isPublic: boolean;
  body: string;
  at: Date;
  signalId: string | null;
  /** Who of us wrote it here. */
  authorId: string | null;
  /** The ticket in which we put it, when a thread was split; its source's ticket stays what it is. */
  placedInId: string | null;
  /** What the ticket was before a reply that can still be taken back. */
  ticketBefore: TicketBefore | null;
}

/** A ticket's own values, to be put back. */
export type TicketBefore = Pick<
  Ticket,
  | 'over'
  | 'subject'
  | 'status'
  | 'priority'
  | 'type'
  | 'assigneeName'
  | 'assigneeId'
  | 'teamName'
  | 'teamId'
  | 'tags'
  | 'cause'
  | 'ending'
> & { solvedAt: string | null; fields?: Ticket['fields']; fieldsThen?: Ticket['fields'] };

const sentences: Record<AuthorKind, [kind: string, sentence: string]> = {
  customer: ['message-received', 'Customer wrote'],
  agent: ['reply-sent', 'We replied'],
  bot: ['bot-replied', 'Automatic reply'],
};

/** Who wrote: as the source says, or by whether the author is a person that the source knows as a customer. */
export const authorKindOf = (
  { authorKind, authorKey, isPublic }: Pick<MessageBody, 'authorKind' | 'authorKey' | 'isPublic'>,
  customers: ReadonlySet<string>,
): AuthorKind => authorKind ?? (isPublic && authorKey && customers.has(authorKey) ? 'customer' : 'agent');

/**
 * What the timeline says of a message: who wrote, never what. Notes among colleagues stay in the ticket, and all that one
 * side wrote on one day is one line.
 */
export function tellMessage(
  message: Pick<MessageBody, 'isPublic'> & {
    authorKind: AuthorKind;
    authorName?: string | null | undefined;
    at: Date;
  },
  ticket: Pick<Ticket, 'id' | 'sourceKey' | 'subject'>,
): Telling {
  if (!message.isPublic) return { entries: [], facts: [] };
  const [kind, sentence] = sentences[message.authorKind];
  return {
    entries: [
      {
        entryKey: `${kind} ${ticket.sourceKey} ${message.at.toISOString().slice(0, 10)}`,
        at: message.at,
        department: 'support',
        kind,
        title: `${sentence}: ${ticket.subject}`,
        subjectType: 'Ticket',
        subjectId: ticket.id,
        ...(message.authorKind !== 'customer' && message.authorName ? { actorName: message.authorName } : {}),
      },
    ],
    facts: [],
  };
}
