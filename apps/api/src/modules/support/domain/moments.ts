import type { Moment } from '#modules/clocks';
import type { Message } from './message.ts';
import { isSolved, type Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

type Spoken = Pick<Message, 'authorKind' | 'isPublic' | 'at'>;
type Changed = Pick<TicketEvent, 'at' | 'before' | 'after'>;

const waits = (status: string | null): boolean => status === 'pending' || status === 'hold';
const isDone = (status: string | null): boolean => status === 'solved' || status === 'closed';

/** What the clocks of a ticket hear: when it was opened, who spoke when, and each change of where it stands. */
export function momentsOf(
  ticket: Pick<Ticket, 'status' | 'openedAt' | 'solvedAt'>,
  messages: readonly Spoken[],
  statusChanges: readonly Changed[],
): Moment[] {
  const moments: Moment[] = [{ at: ticket.openedAt, kind: 'opened' }];
  for (const { authorKind, isPublic, at } of messages)
    if (isPublic && authorKind !== 'bot')
      moments.push({ at, kind: authorKind === 'customer' ? 'asked' : 'answered' });
  for (const { at, before, after } of statusChanges) {
    if (isDone(before) && !isDone(after)) moments.push({ at, kind: 'reopened' });
    if (isDone(after)) moments.push({ at, kind: 'solved' });
    else if (waits(after)) moments.push({ at, kind: 'paused' });
    else if (waits(before)) moments.push({ at, kind: 'resumed' });
  }
  // Of tickets of other systems we know where they stand, but not always since when.
  const last = statusChanges.at(-1)?.after ?? null;
  if (last !== ticket.status) {
    const lastWord = messages.findLast(({ isPublic }) => isPublic)?.at ?? ticket.openedAt;
    if (isSolved(ticket)) moments.push({ at: ticket.solvedAt ?? lastWord, kind: 'solved' });
    else if (waits(ticket.status)) moments.push({ at: lastWord, kind: 'paused' });
  }
  return moments;
}
