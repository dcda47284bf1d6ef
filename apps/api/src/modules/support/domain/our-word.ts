import { twoVoices } from '#modules/house';
import { type SharedField, sharedFields, type Ticket } from './ticket.ts';

const voices = twoVoices<Ticket, SharedField>(sharedFields, ['solvedAt']);

/** The ticket as its source tells of it, without our words. */
export const asTheSourceSays = (ticket: Ticket): Ticket => voices.asTheSourceSays(ticket);

/** The ticket after we said something of it. What the source said stays known; saying the same as the source is no word of ours. */
export const sayOurselves = (ticket: Ticket, words: Partial<Pick<Ticket, SharedField>>): Ticket =>
  voices.sayOurselves(ticket, words);

/**
 * The ticket after its source spoke again: our word stands until the source says something else than it did when we
 * spoke; then the source's newer word counts. Where it stands and when it was solved are one word.
 */
export function letOurWordsStand(before: Ticket, said: Ticket): Ticket {
  const stands = (field: SharedField): boolean => voices.isSaidAgain(before, said, field);
  const after = voices.letOurWordsStand(before, said, (field) =>
    field === 'solvedAt'
      ? 'solvedAt' in before.over && (!('status' in before.over) || stands('status'))
      : stands(field),
  );
  const isGone = (field: SharedField): boolean => field in before.over && !(field in after.over);
  return {
    ...after,
    ...(isGone('assigneeName') ? { assigneeId: null } : {}),
    ...(isGone('teamName') ? { teamId: null } : {}),
  };
}

/** Whether a ticket was opened here: then nobody else speaks of it. */
export const isOurOwn = ({ id, sourceKey }: Pick<Ticket, 'id' | 'sourceKey'>): boolean =>
  sourceKey === `ticket:${id}`;

/** Whether where a ticket stands is our word: it is our own, or its source has not said anything newer since we spoke. */
export const isInOurHands = (ticket: Pick<Ticket, 'id' | 'sourceKey' | 'over'>): boolean =>
  'status' in ticket.over || isOurOwn(ticket);
