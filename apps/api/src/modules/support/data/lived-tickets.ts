import { groupBy } from '#kernel/batch';
import type { LivedReader } from '#modules/house';
import { type LivedTicket, liveTicket, type SpokenMessage } from '../domain/lived-ticket.ts';

/** What these customers lived in their cases; notes among colleagues are not theirs to live. */
export const livedTickets: LivedReader = async (db, customerIds) => {
  const [tickets, messages] = await Promise.all([
    db.named<LivedTicket>(
      'support-lived',
      `SELECT t.id, t.customer_id AS "customerId", t.subject, t.channel, t.status, t.satisfaction, t.opened_at AS "openedAt", t.solved_at AS "solvedAt"
         FROM ticket t WHERE t.customer_id = ANY($1::uuid[])`,
      [customerIds],
    ),
    // As rows: as JSON beside their ticket each cost PostgreSQL twice as much. Each ticket's in their order, which is the index's.
    db.named<SpokenMessage & { ticketId: string }>(
      'support-lived-messages',
      `SELECT m.ticket_id AS "ticketId", m.id, m.author_kind AS "authorKind", m.author_name AS "authorName", m.at
         FROM ticket t
        CROSS JOIN LATERAL (SELECT * FROM message m WHERE m.ticket_id = t.id AND m.is_public ORDER BY m.at, m.id OFFSET 0) m
        WHERE t.customer_id = ANY($1::uuid[])`,
      [customerIds],
    ),
  ]);
  const said = groupBy(messages, ({ ticketId }) => ticketId);
  return tickets.map((ticket) => liveTicket(ticket, said.get(ticket.id) ?? []));
};
