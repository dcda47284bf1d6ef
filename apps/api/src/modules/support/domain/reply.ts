import type { WritingWay } from '#modules/house';
import { type FieldValue, isSameValue } from './field-value.ts';
import type { TicketBefore } from './message.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** The key of a ticket whose customer has a window open on our web site. */
const ownChat = /^chat:C\d+$/;

const unlimited = { charactersAtMost: null, inSegments: false, openUntil: null };

/**
 * The ways to answer, the best first: into the window of a chat of ours, back the way the customer came if it is one of ours, else by
 * e-mail, else to their telephone. None when we know no address.
 */
export function waysToWrite(
  ticket: Pick<Ticket, 'channel' | 'sourceKey'>,
  customer: { email: string | null },
  found: readonly WritingWay[],
): WritingWay[] {
  const chat: WritingWay[] = ownChat.test(ticket.sourceKey)
    ? [{ ...unlimited, channel: 'chat', toAddress: ticket.sourceKey, name: '', isTheirs: true }]
    : [];
  const came = ticket.channel?.toLowerCase() ?? 'email';
  const email: WritingWay[] = customer.email
    ? [{ ...unlimited, channel: 'email', toAddress: customer.email, name: '', isTheirs: came === 'email' }]
    : [];
  const isBack = (way: WritingWay) => way.isTheirs || way.channel === came;
  return [...chat, ...found.filter(isBack), ...email, ...found.filter((way) => !isBack(way))];
}

const withFiles = new Set(['email', 'chat']);

/** Whether files go a way: by mail, and into the window of a chat of ours. */
export const takesFiles = ({ channel }: Pick<WritingWay, 'channel'>): boolean => withFiles.has(channel);

/** Why words cannot go a way now: they are too long for it, or it is shut; `null` when they can. */
export const wayTrouble = (way: WritingWay, body: string, now: Date): 'TOO_LONG' | 'WINDOW_CLOSED' | null =>
  way.openUntil && way.openUntil <= now
    ? 'WINDOW_CLOSED'
    : way.charactersAtMost !== null && body.length > way.charactersAtMost
      ? 'TOO_LONG'
      : null;

/** Under which key the promise that was given with a reply is known. */
export const promiseKeyOf = ({ id }: { id: string }): string => `reply:${id}`;

/** The ticket's own values, to be put back when a reply is taken back. */
export const ticketBefore = (ticket: Ticket, after: Pick<Ticket, 'fields'>): TicketBefore => ({
  over: ticket.over,
  subject: ticket.subject,
  status: ticket.status,
  solvedAt: ticket.solvedAt?.toISOString() ?? null,
  priority: ticket.priority,
  type: ticket.type,
  assigneeName: ticket.assigneeName,
  assigneeId: ticket.assigneeId,
  teamName: ticket.teamName,
  teamId: ticket.teamId,
  tags: ticket.tags,
  cause: ticket.cause,
  ending: ticket.ending,
  fields: ticket.fields,
  fieldsThen: after.fields,
});

const shared = {
  subject: ['subject'],
  status: ['status', 'solvedAt'],
  priority: ['priority'],
  type: ['type'],
  assignee: ['assigneeName', 'assigneeId'],
  team: ['teamName', 'teamId'],
  tags: ['tags'],
  cause: ['cause'],
} as const;

const shown = (ticket: Ticket, field: keyof typeof shared): string | null => {
  const value = ticket[shared[field][0]];
  return Array.isArray(value) ? value.join(', ') || null : (value as string | null);
};

/** The ticket without what a reply did to it. What somebody else changed since then stays as they want it. */
export function withoutReply(ticket: Ticket, before: TicketBefore, events: readonly TicketEvent[]): Ticket {
  const after: Record<string, unknown> = { ...ticket, over: { ...ticket.over }, ending: before.ending };
  const over = after.over as Record<string, unknown>;
  const fields: Record<string, FieldValue> = { ...ticket.fields };
  for (const { field, after: then } of events) {
    if (field.startsWith('field:')) giveBack(fields, before, field.slice('field:'.length));
    if (!(field in shared)) continue;
    const one = field as keyof typeof shared;
    if (shown(ticket, one) !== then) continue;
    for (const property of shared[one]) {
      const value = before[property];
      after[property] = property === 'solvedAt' && value ? new Date(value as string) : value;
      if (property in before.over) over[property] = before.over[property as keyof typeof before.over];
      else delete over[property];
    }
  }
  after.fields = fields;
  return after as unknown as Ticket;
}

function giveBack(fields: Record<string, FieldValue>, before: TicketBefore, key: string): void {
  if (!isSameValue(fields[key], before.fieldsThen?.[key])) return;
  delete fields[key];
  const had = before.fields?.[key];
  if (had !== undefined) fields[key] = had;
}

/** The ticket as it was before a reply, as far as the timeline is concerned. */
export const asBefore = (ticket: Ticket, before: TicketBefore): Ticket => ({
  ...ticket,
  status: before.status,
  solvedAt: before.solvedAt ? new Date(before.solvedAt) : null,
});
