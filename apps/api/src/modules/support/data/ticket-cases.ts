import { groupBy } from '#kernel/batch';
import type { Db } from '#platform/database';

/** A ticket and everything that was said in it for the customer to see, in the order it was said. */
export interface TicketCase {
  id: string;
  sourceId: string;
  sourceKey: string;
  sourceRecordId: string | null;
  subject: string;
  channel: string | null;
  openedAt: Date;
  solvedAt: Date | null;
  messages: { id: string; at: Date; authorKind: 'customer' | 'agent' | 'bot'; authorName: string | null }[];
}

/** So many tickets after an id, in the order of their ids. */
export async function ticketCases(db: Db, after: string | null, limit: number): Promise<TicketCase[]> {
  const tickets = await db.named<Omit<TicketCase, 'messages'>>(
    `ticket-cases-${limit}`,
    `SELECT t.id, t.source_id AS "sourceId", t.source_key AS "sourceKey", t.source_record_id AS "sourceRecordId", t.subject, t.channel,
            t.opened_at AS "openedAt", t.solved_at AS "solvedAt"
       FROM ticket t WHERE $1::uuid IS NULL OR t.id > $1 ORDER BY t.id LIMIT ${limit}`,
    [after],
  );
  const messages = groupBy(
    await db.named<TicketCase['messages'][number] & { ticketId: string }>(
      'ticket-case-messages',
      `SELECT m.id, m.ticket_id AS "ticketId", m.at, m.author_kind AS "authorKind", m.author_name AS "authorName"
         FROM message m WHERE m.ticket_id = ANY($1::uuid[]) AND m.is_public ORDER BY m.at, m.id`,
      [tickets.map(({ id }) => id)],
    ),
    ({ ticketId }) => ticketId,
  );
  return tickets.map((ticket) => ({ ...ticket, messages: messages.get(ticket.id) ?? [] }));
}
