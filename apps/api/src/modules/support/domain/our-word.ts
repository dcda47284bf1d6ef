import { type Over, type SharedField, sharedFields, type Ticket } from './ticket.ts';

type Word = string | string[] | null;

const asWord = (value: Ticket[SharedField]): Word => (value instanceof Date ? value.toISOString() : value);
const fromWord = (field: SharedField, word: Word): Ticket[SharedField] =>
  field === 'solvedAt' && typeof word === 'string' ? new Date(word) : (word as Ticket[SharedField]);
const isSame = (one: Word, other: Word): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The ticket as its source tells of it, without our words. */
export function asTheSourceSays(ticket: Ticket): Ticket {
  const said: Record<string, unknown> = { ...ticket, over: {} };
  for (const field of sharedFields)
    if (field in ticket.over) said[field] = fromWord(field, ticket.over[field] ?? null);
  return said as unknown as Ticket;
}

/** The ticket after we said something of it. What the source said stays known; saying the same as the source is no word of ours. */
export function sayOurselves(ticket: Ticket, words: Partial<Pick<Ticket, SharedField>>): Ticket {
  const over: Over = { ...ticket.over };
  for (const field of sharedFields) {
    if (!(field in words)) continue;
    const theirs = field in over ? (over[field] ?? null) : asWord(ticket[field]);
    if (isSame(theirs, asWord(words[field] as Ticket[SharedField]))) delete over[field];
    else over[field] = theirs;
  }
  return { ...ticket, ...words, over };
}

/**
 * The ticket after its source spoke again: our word stands until the source says something else than it did when we
 * spoke; then the source's newer word counts. Where it stands and when it was solved are one word.
 */
export function letOurWordsStand(before: Ticket, said: Ticket): Ticket {
  const stands = (field: SharedField): boolean =>
    field in before.over && isSame(before.over[field] ?? null, asWord(said[field]));
  const standing = sharedFields.filter((field) =>
    field === 'solvedAt'
      ? 'solvedAt' in before.over && (!('status' in before.over) || stands('status'))
      : stands(field),
  );
  const after: Record<string, unknown> = { ...said, over: {} };
  const over: Over = {};
  for (const field of standing) {
    after[field] = before[field];
    over[field] = asWord(said[field]);
  }
  after.over = over;
  if ('assigneeName' in before.over && !('assigneeName' in over)) after.assigneeId = null;
  if ('teamName' in before.over && !('teamName' in over)) after.teamId = null;
  return after as unknown as Ticket;
}

/** Whether a ticket was opened here: then nobody else speaks of it. */
export const isOurOwn = ({ id, sourceKey }: Pick<Ticket, 'id' | 'sourceKey'>): boolean =>
  sourceKey === `ticket:${id}`;

/** Whether where a ticket stands is our word: it is our own, or its source has not said anything newer since we spoke. */
export const isInOurHands = (ticket: Pick<Ticket, 'id' | 'sourceKey' | 'over'>): boolean =>
  'status' in ticket.over || isOurOwn(ticket);
