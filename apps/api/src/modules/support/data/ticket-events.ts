import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { TicketEventEntity } from './desk.entity.ts';

/** Writes down what was done to tickets. */
export async function putEvents(tx: Tx, events: readonly TicketEvent[]): Promise<void> {
  await putRows(tx, TicketEventEntity, events, '');
}

/** What was done with a reply. */
export const eventsOfMessage = (tx: Tx, messageId: string): Promise<TicketEvent[]> =>
  tx.named<TicketEvent>(
    'ticket-events-of-message',
    `SELECT ${columnsOf(TicketEventEntity, 'e')} FROM ticket_event e WHERE e.message_id = $1`,
    [messageId],
  );

/** Takes back what was told of a reply. */
export function deleteEventsOfMessage(tx: Tx, messageId: string): void {
  tx.later('ticket-events-untell', 'DELETE FROM ticket_event WHERE message_id = $1', [messageId]);
}

/** What clocks need of one ticket. */
export interface StoryRow {
  ticketId: string;
  /** `message`, or `status` for a change of where it stands. */
  what: 'message' | 'status';
  at: Date;
  authorKind: 'customer' | 'agent' | 'bot' | null;
  before: string | null;
  after: string | null;
}

/** All that these tickets' clocks hear, in the order in which it happened: public messages and changes of where they stand. */
export const storiesOf = (db: Db, ticketIds: readonly string[]): Promise<StoryRow[]> =>
  db.named<StoryRow>(
    'ticket-stories',
    `SELECT coalesce(m.placed_in_id, m.ticket_id) AS "ticketId", 'message' AS what, m.at, m.author_kind AS "authorKind", NULL AS before, NULL AS after
       FROM message m
      WHERE m.is_public AND (m.ticket_id = ANY($1::uuid[]) AND m.placed_in_id IS NULL OR m.placed_in_id = ANY($1::uuid[]))
     UNION ALL
     SELECT e.ticket_id, 'status', e.at, NULL, e.before, e.after FROM ticket_event e
      WHERE e.ticket_id = ANY($1::uuid[]) AND e.field = 'status'
      ORDER BY 3, 2`,
    [ticketIds],
  );
