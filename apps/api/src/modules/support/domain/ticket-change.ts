import { z } from 'zod';
import { word } from '#modules/house';
import { type FieldValue, isSameValue } from './field-value.ts';
import { sayOurselves } from './our-word.ts';
import { saidWord, ticketPriorities, ticketStatuses } from './read-ticket-signal.ts';
import { endingSteps, isSolved, type Ticket, ticketCauses } from './ticket.ts';
import { fieldText, missingToSolve, type TicketField } from './ticket-field.ts';

/** What one of us does to a ticket in one go; what is missing stays as it is. The staged actions of a macro are one, too. */
export const ticketChange = z.strictObject({
  subject: word(500).optional(),
  status: z.enum(ticketStatuses).optional(),
  priority: z.enum(ticketPriorities).nullable().optional(),
  type: word(100).nullable().optional(),
  cause: z.enum(ticketCauses).nullable().optional(),
  /** A colleague; `null` puts it back among those of nobody. */
  assigneeId: z.uuid().nullable().optional(),
  teamId: z.uuid().nullable().optional(),
  addTags: z.array(word(100)).max(50).optional(),
  removeTags: z.array(word(100)).max(50).optional(),
  ending: z.array(z.enum(endingSteps)).max(3).optional(),
  /** Fields of one's own, by key; `null` empties one. */
  fields: z
    .record(z.string().max(80), saidWord.nullable())
    .refine((fields) => Object.keys(fields).length <= 100)
    .optional(),
});
export type TicketChange = z.output<typeof ticketChange>;

/** Somebody or some team, by id and by the name that the thread shows. */
export interface Named {
  id: string;
  name: string;
}

/** A change with the people it speaks of. */
export interface ResolvedChange {
  change: TicketChange;
  assignee?: Named | null;
  team?: Named | null;
  /** What is written into fields of one's own; `null` empties one. */
  fields?: readonly { field: TicketField; value: FieldValue | null }[];
  /** Fields without which no ticket is solved; only when somebody solves one. */
  required?: readonly TicketField[];
}

/** What changed on a ticket, for its thread. */
export interface NewTicketEvent {
  /** A field of one's own is `field:` and its key. */
  field: EventField | `field:${string}`;
  before: string | null;
  after: string | null;
}

/** What the thread tells besides messages. */
export const eventFields = [
  'subject',
  'status',
  'priority',
  'type',
  'cause',
  'assignee',
  'team',
  'tags',
  'merged',
  'unmerged',
  'split',
  'linked',
] as const;
export type EventField = (typeof eventFields)[number];

const tagsAfter = (tags: readonly string[], { addTags = [], removeTags = [] }: TicketChange): string[] => {
  const gone = new Set(removeTags.map((tag) => tag.toLowerCase()));
  const left = tags.filter((tag) => !gone.has(tag.toLowerCase()));
  const known = new Set(left.map((tag) => tag.toLowerCase()));
  return [...left, ...addTags.filter((tag) => !known.has(tag.toLowerCase()) && known.add(tag.toLowerCase()))];
};

/** The ticket after a change of ours, and what its thread tells of it. A change that changes nothing tells nothing. */
export function changeTicket(
  ticket: Ticket,
  { change, assignee, team, fields = [] }: ResolvedChange,
  now: Date,
): { after: Ticket; events: NewTicketEvent[] } {
  const events: NewTicketEvent[] = [];
  let after = ticket;
  const note = (field: NewTicketEvent['field'], before: string | null, then: string | null) =>
    events.push({ field, before, after: then });

  for (const field of ['subject', 'priority', 'type'] as const) {
    const wanted = change[field];
    if (wanted === undefined || wanted === ticket[field]) continue;
    after = sayOurselves(after, { [field]: wanted });
    note(field, ticket[field], wanted);
  }
  if (change.status && change.status !== ticket.status) {
    const solvedAt = isSolved({ status: change.status }) ? (ticket.solvedAt ?? now) : null;
    after = sayOurselves(after, { status: change.status, solvedAt });
    note('status', ticket.status, change.status);
  }
  if (assignee !== undefined && (assignee?.id ?? null) !== ticket.assigneeId) {
    after = {
      ...sayOurselves(after, { assigneeName: assignee?.name ?? null }),
      assigneeId: assignee?.id ?? null,
    };
    note('assignee', ticket.assigneeName, assignee?.name ?? null);
  } else if (assignee === null && ticket.assigneeName !== null) {
    after = sayOurselves(after, { assigneeName: null });
    note('assignee', ticket.assigneeName, null);
  }
  if (team !== undefined && (team?.id ?? null) !== ticket.teamId) {
    after = { ...sayOurselves(after, { teamName: team?.name ?? null }), teamId: team?.id ?? null };
    note('team', ticket.teamName, team?.name ?? null);
  }
  const tags = tagsAfter(ticket.tags, change);
  if (tags.join('\n') !== ticket.tags.join('\n')) {
    after = sayOurselves(after, { tags });
    note('tags', ticket.tags.join(', ') || null, tags.join(', ') || null);
  }
  if (change.cause !== undefined && change.cause !== ticket.cause) {
    after = { ...after, cause: change.cause };
    note('cause', ticket.cause, change.cause);
  }
  for (const { field, value } of fields) {
    const { [field.key]: had, ...others } = after.fields;
    const wanted = value ?? undefined;
    if (isSameValue(had, wanted)) continue;
    after = { ...after, fields: wanted === undefined ? others : { ...others, [field.key]: wanted } };
    note(`field:${field.key}`, fieldText(field, had), fieldText(field, wanted));
  }
  if (change.ending)
    after = { ...after, ending: endingSteps.filter((step) => change.ending?.includes(step)) };
  return { after, events };
}

/**
 * What happens to a ticket by itself when its customer writes: what waited for them, or was thought to be solved, waits for us
 * again. Only while where it stands is our word, or its source would be contradicted.
 */
export function whenTheCustomerWrites(ticket: Ticket, at: Date): { after: Ticket; events: NewTicketEvent[] } {
  const wakes =
    ticket.status === 'pending' || (isSolved(ticket) && ticket.solvedAt !== null && at > ticket.solvedAt);
  return wakes ? changeTicket(ticket, { change: { status: 'open' } }, at) : { after: ticket, events: [] };
}

/** Why a change does not go: a field that has to be known before a ticket is solved is empty. */
export function missingIn(
  { required = [] }: ResolvedChange,
  before: Pick<Ticket, 'status'>,
  after: Ticket,
): TicketField | null {
  return missingToSolve(required, before, after);
}
