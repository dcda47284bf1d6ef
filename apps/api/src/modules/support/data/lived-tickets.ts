import type { LivedReader } from '#modules/house';
import { type LivedTicket, liveTicket, type SpokenMessage } from '../domain/lived-ticket.ts';

type Row = Omit<LivedTicket, 'openedAt' | 'solvedAt'> & {
  openedAt: Date;
  solvedAt: Date | null;
  messages: (Omit<SpokenMessage, 'at'> & { at: string })[];
};

/** What these customers lived in their cases; notes among colleagues are not theirs to live. */
export const livedTickets: LivedReader = async (db, customerIds) => {
  const rows = await db.named<Row>(
    'support-lived',
    `SELECT t.id, t.customer_id AS "customerId", t.subject, t.channel, t.status, t.satisfaction, t.opened_at AS "openedAt", t.solved_at AS "solvedAt",
            coalesce(said.messages, '[]') AS messages
       FROM ticket t
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object('id', m.id, 'authorKind', m.author_kind, 'authorName', m.author_name, 'at', m.at) ORDER BY m.at, m.id) AS messages
           FROM message m WHERE m.ticket_id = t.id AND m.is_public) said ON true
      WHERE t.customer_id = ANY($1::uuid[])`,
    [customerIds],
  );
  return rows.map(({ messages, ...ticket }) =>
    liveTicket(
      ticket,
      messages.map((message) => ({ ...message, at: new Date(message.at) })),
    ),
  );
};
