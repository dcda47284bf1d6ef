import type { TicketPriority, TicketStatus } from './read-ticket-signal.ts';
import type { TicketCause } from './ticket.ts';
import type { TicketField } from './ticket-field.ts';

/** Which tickets an inbox shows; what is missing does not matter. */
export interface InboxFilter {
  mine?: boolean | null;
  following?: boolean | null;
  unassigned?: boolean | null;
  /** Late, or soon to be. */
  breaching?: boolean | null;
  /** Also what is solved; without it only what waits for somebody. */
  solvedToo?: boolean | null;
  statuses?: TicketStatus[] | null;
  priorities?: TicketPriority[] | null;
  causes?: TicketCause[] | null;
  channels?: string[] | null;
  tags?: string[] | null;
  assigneeId?: string | null;
  /** By name, so that whoever only a source knows is found, too. */
  assigneeNames?: string[] | null;
  teamId?: string | null;
  text?: string | null;
}

/** Tickets by what stands in a field of one's own; what is missing does not matter. */
export interface FieldFilter {
  field: TicketField;
  isEmpty?: boolean | null;
  choices?: string[] | null;
  yes?: boolean | null;
  text?: string | null;
  /** A number or a day, as text. */
  from?: string | null;
  until?: string | null;
}

/** In which order. */
export const inboxSorts = ['DUE', 'NEWEST', 'OLDEST', 'PRIORITY'] as const;
export type InboxSort = (typeof inboxSorts)[number];
