import type { TicketPriority, TicketStatus } from './read-ticket-signal.ts';

const statusOf: Record<string, TicketStatus> = {
  new: 'new',
  open: 'open',
  opened: 'open',
  reopened: 'open',
  'in progress': 'open',
  working: 'open',
  escalated: 'open',
  active: 'open',
  'waiting on us': 'open',
  pending: 'pending',
  'waiting on contact': 'pending',
  'waiting on customer': 'pending',
  snoozed: 'pending',
  hold: 'hold',
  'on hold': 'hold',
  solved: 'solved',
  resolved: 'solved',
  closed: 'closed',
  done: 'closed',
  deleted: 'closed',
};

const priorityOf: Record<string, TicketPriority> = {
  low: 'low',
  normal: 'normal',
  medium: 'normal',
  high: 'high',
  priority: 'high',
  urgent: 'urgent',
  critical: 'urgent',
};

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** A source's word for where a ticket stands, in ours (`Waiting on contact` → pending); `undefined` when it is not known. */
export const readTicketStatus = (text: string): TicketStatus | undefined =>
  Object.hasOwn(statusOf, plain(text)) ? statusOf[plain(text)] : undefined;

/** A source's word for how much a ticket presses, in ours (`Medium` → normal); `undefined` when it is not known. */
export const readTicketPriority = (text: string): TicketPriority | undefined =>
  Object.hasOwn(priorityOf, plain(text)) ? priorityOf[plain(text)] : undefined;
