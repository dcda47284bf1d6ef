import type { MessageId, Say } from '#lib/intl/words.ts';

const known: Record<string, MessageId> = {
  'ticket-opened': 'timeline.kind.ticketOpened',
  'ticket-solved': 'timeline.kind.ticketSolved',
  'ticket-reopened': 'timeline.kind.ticketReopened',
  message: 'timeline.kind.message',
  'deal-opened': 'timeline.kind.dealOpened',
  'deal-moved': 'timeline.kind.dealMoved',
  'deal-won': 'timeline.kind.dealWon',
  'deal-lost': 'timeline.kind.dealLost',
  'order-placed': 'timeline.kind.orderPlaced',
  'order-returned': 'timeline.kind.orderReturned',
  call: 'timeline.kind.call',
  email: 'timeline.kind.email',
  meeting: 'timeline.kind.meeting',
  note: 'timeline.kind.note',
  task: 'timeline.kind.task',
};

/** A kind of happening in the reader's language; one that only a source knows, as the source writes it. */
export function kindText(kind: string, say: Say): string {
  const id = known[kind];
  if (id) return say(id);
  const words = kind.replace(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
