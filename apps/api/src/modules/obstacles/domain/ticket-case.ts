import type { CaseEvent } from '#modules/experience';
import type { TicketCase } from '#modules/support';
import type { Case } from './case.ts';

const minutes = (at: Date): number => at.getTime() / 60_000;
const spoken = {
  customer: { activity: 'asked', actor: 'customer' },
  agent: { activity: 'answered', actor: 'agent' },
  bot: { activity: 'bot answered', actor: 'system' },
} as const;

/** A ticket as a case: what was asked and answered, by whom, and when it was solved. */
export function caseOfTicket(ticket: TicketCase): Case {
  const { id, channel, openedAt, solvedAt, messages } = ticket;
  const isOpening = messages[0]?.authorKind === 'customer' && minutes(messages[0].at) - minutes(openedAt) < 1;
  const events: CaseEvent[] = messages.map((message) => ({
    id: `message ${message.id}`,
    t: minutes(message.at),
    kind: 'message',
    channel,
    ...spoken[message.authorKind],
    owner: message.authorKind === 'agent' ? message.authorName : null,
  }));
  if (!isOpening)
    events.push({
      id: `opened ${id}`,
      t: minutes(openedAt),
      activity: 'asked',
      kind: 'message',
      actor: 'customer',
      channel,
      owner: null,
    });
  if (solvedAt)
    events.push({
      id: `solved ${id}`,
      t: minutes(solvedAt),
      activity: 'resolved',
      kind: 'state',
      actor: 'agent',
      channel,
      owner: null,
    });
  return {
    sourceId: ticket.sourceId,
    caseKey: ticket.sourceKey,
    ticketId: id,
    sourceRecordId: ticket.sourceRecordId,
    title: ticket.subject,
    channel,
    events,
  };
}
