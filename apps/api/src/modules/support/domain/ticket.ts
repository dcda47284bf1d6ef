import { newest } from '#kernel/newest';
import type { Telling, Over as TheirWords } from '#modules/house';
import type { FieldValues, FieldWords } from './field-value.ts';
import type { TicketBody, TicketPriority, TicketStatus } from './read-ticket-signal.ts';

/** A question somebody asked us, until it is answered. */
export interface Ticket {
  id: string;
  sourceId: string;
  sourceKey: string;
  /** The number people say on the phone. */
  number: string;
  customerId: string | null;
  sourceRecordId: string | null;
  companyId: string | null;
  subject: string;
  description: string | null;
  status: TicketStatus;
  priority: TicketPriority | null;
  type: string | null;
  channel: string | null;
  assigneeName: string | null;
  teamName: string | null;
  tags: string[];
  satisfaction: string | null;
  openedAt: Date;
  solvedAt: Date | null;
  observedAt: Date;
  /** `null` while only its messages have told of it. */
  signalId: string | null;
  /** What its source says where we said otherwise: see `our-word.ts`. */
  over: Over;
  /** Who of us looks after it; `null` as long as the assignee is only a name of its source. */
  assigneeId: string | null;
  teamId: string | null;
  cause: TicketCause | null;
  /** Colleagues who want to hear of it. */
  followers: string[];
  /** What was seen to before it was closed. */
  ending: EndingStep[];
  /** The ticket in which its thread goes on. */
  mergedIntoId: string | null;
  /** What stands in fields that this house added, by key. */
  fields: FieldValues;
  /** What sources last said of them, as they wrote it. */
  fieldWords: FieldWords;
}

/** What both a source and we may say of a ticket. */
export const sharedFields = [
  'subject',
  'status',
  'solvedAt',
  'priority',
  'type',
  'assigneeName',
  'teamName',
  'tags',
] as const;
export type SharedField = (typeof sharedFields)[number];

/** The source's own word for each field in which ours counts, as JSON. */
export type Over = TheirWords<SharedField>;

/** Why somebody had to ask. */
export const ticketCauses = ['defect', 'how-to', 'expectation', 'other'] as const;
export type TicketCause = (typeof ticketCauses)[number];

/** What ends a conversation well. */
export const endingSteps = ['confirmed', 'thanked', 'next-step'] as const;
export type EndingStep = (typeof endingSteps)[number];

/** What is ours alone: sources say nothing of it. */
export const untouched = {
  over: {},
  assigneeId: null,
  teamId: null,
  cause: null,
  followers: [],
  ending: [],
  mergedIntoId: null,
  fields: {},
  fieldWords: {},
} satisfies Partial<Ticket>;

/** What a signal says of a ticket. */
export interface TicketSaid {
  id: string;
  sourceId: string;
  sourceKey: string;
  body: TicketBody;
  customerId: string | null;
  sourceRecordId: string | null;
  companyId: string | null;
  at: Date;
  signalId: string;
}

const oursOf = (ticket: Ticket) =>
  ({
    over: ticket.over,
    assigneeId: ticket.assigneeId,
    teamId: ticket.teamId,
    cause: ticket.cause,
    followers: ticket.followers,
    ending: ticket.ending,
    mergedIntoId: ticket.mergedIntoId,
    fields: ticket.fields,
    fieldWords: ticket.fieldWords,
  }) satisfies Partial<Ticket>;

/** Whether nobody waits for us any more. */
export const isSolved = ({ status }: Pick<Ticket, 'status'>): boolean =>
  status === 'solved' || status === 'closed';

/** The number of a ticket that gave none: its id in the source (`ticket:5001` → `5001`). */
export const numberOfKey = (sourceKey: string): string => sourceKey.slice(sourceKey.lastIndexOf(':') + 1);

/** A ticket as its first message knows it, for when it has not been told of yet. */
export function stubTicket(
  whose: Pick<Ticket, 'id' | 'sourceId' | 'sourceKey' | 'customerId' | 'sourceRecordId' | 'companyId'>,
  firstMessageAt: Date,
  untold: Date,
): Ticket {
  const number = numberOfKey(whose.sourceKey);
  return {
    number,
    subject: `#${number}`,
    description: null,
    status: 'open',
    priority: null,
    type: null,
    channel: null,
    assigneeName: null,
    teamName: null,
    tags: [],
    satisfaction: null,
    openedAt: firstMessageAt,
    solvedAt: null,
    observedAt: untold,
    signalId: null,
    ...whose,
    ...untouched,
  };
}

/** The ticket after one more thing was said of it: the newer wins, a blank never erases, an older one fills blanks. */
export function mergeTicket(before: Ticket | undefined, said: TicketSaid): Ticket {
  const { body, at } = said;
  const after = newest<
    Omit<Ticket, 'number' | 'subject' | 'status' | 'openedAt'> & {
      number: string | null;
      subject: string | null;
      status: TicketStatus | null;
      openedAt: Date | null;
    }
  >(before, {
    id: before?.id ?? said.id,
    sourceId: said.sourceId,
    sourceKey: said.sourceKey,
    number: body.number ?? null,
    customerId: said.customerId,
    sourceRecordId: said.sourceRecordId,
    companyId: said.companyId,
    subject: body.subject ?? null,
    description: body.description ?? null,
    status: body.status ?? null,
    priority: body.priority ?? null,
    type: body.type ?? null,
    channel: body.channel ?? null,
    assigneeName: body.assigneeName ?? null,
    teamName: body.teamName ?? null,
    tags: body.tags ?? [],
    satisfaction: body.satisfaction ?? null,
    openedAt: body.openedAt ? new Date(body.openedAt) : null,
    solvedAt: body.solvedAt ? new Date(body.solvedAt) : null,
    observedAt: at,
    signalId: said.signalId,
    ...untouched,
  });
  const status = after.status ?? 'new';
  const number = after.number ?? numberOfKey(said.sourceKey);
  return {
    ...after,
    ...(before && oursOf(before)),
    number,
    subject: after.subject ?? `#${number}`,
    status,
    openedAt: after.openedAt ?? at,
    solvedAt: isSolved({ status }) ? (after.solvedAt ?? at) : null,
  };
}

/** The keys of what the journey hears of a ticket. */
export const ticketFactKeys = (sourceKey: string): string[] =>
  ['opened', 'solved'].map((word) => `ticket-${word} ${sourceKey}`);

/**
 * What the timeline and the journey hear when a ticket goes from `before` to `after`. Without `before` its whole story so
 * far is told. What people wrote stays out of the sentences: not everybody who reads the timeline may read that.
 */
export function tellTicket(before: Ticket | undefined, after: Ticket, at: Date): Telling {
  const telling: Telling = { entries: [], facts: [] };
  const key = after.sourceKey;
  const about = { department: 'support', subjectType: 'Ticket', subjectId: after.id } as const;
  const say = (
    kind: string,
    sentence: string,
    entryKey: string,
    when: Date,
    more: Partial<Telling['entries'][0]> = {},
  ) =>
    telling.entries.push({
      entryKey,
      at: when,
      kind,
      title: `${sentence}: ${after.subject}`,
      ...about,
      ...more,
    });
  const statusChange = { field: 'status', before: before?.status ?? null, after: after.status };
  const agent = after.assigneeName ? { actorName: after.assigneeName } : {};

  if (!before) {
    say('ticket-opened', 'Ticket opened', `ticket-opened ${key}`, after.openedAt);
    telling.facts.push({ factKey: `ticket-opened ${key}`, at: after.openedAt, kind: 'ticket-opened' });
  } else if (isSolved(before) && !isSolved(after)) {
    say('ticket-reopened', 'Ticket reopened', `ticket-reopened ${key} ${at.toISOString()}`, at, {
      change: statusChange,
    });
    telling.facts.push({ factKey: `ticket-opened ${key} ${at.toISOString()}`, at, kind: 'ticket-opened' });
  }
  if (isSolved(after) && !(before && isSolved(before))) {
    const solvedAt = after.solvedAt ?? at;
    const solvedKey = `ticket-solved ${key} ${solvedAt.toISOString()}`;
    say('ticket-solved', 'Ticket solved', solvedKey, solvedAt, { change: statusChange, ...agent });
    telling.facts.push({ factKey: solvedKey, at: solvedAt, kind: 'ticket-solved' });
  }
  if (after.satisfaction && after.satisfaction !== before?.satisfaction)
    say('ticket-rated', 'Answer rated', `ticket-rated ${key}`, at, {
      change: { field: 'satisfaction', before: before?.satisfaction ?? null, after: after.satisfaction },
    });
  return telling;
}
