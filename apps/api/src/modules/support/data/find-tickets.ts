import type { Found } from '#modules/house';
import type { Db } from '#platform/database';

/** Tickets whose number somebody typed, with or without a sign before it: `#4711`, `4711`. */
export async function findTickets(db: Db, text: string, first: number): Promise<Found[]> {
  const number = text
    .trim()
    .replace(/^(ticket|case)?\s*[#№]?\s*/i, '')
    .slice(0, 60);
  if (!/\d/.test(number)) return [];
  const rows = await db.named<{ id: string; number: string; subject: string }>(
    'tickets-find',
    'SELECT id, number, subject FROM ticket WHERE number = $1 ORDER BY opened_at DESC, id LIMIT $2',
    [number, first],
  );
  return rows.map((ticket) => ({
    typeName: 'Ticket',
    id: ticket.id,
    // A ticket without a subject of its own is called by its number already.
    matched: ticket.subject === `#${ticket.number}` ? ticket.subject : `#${ticket.number} ${ticket.subject}`,
    closeness: 1,
  }));
}

/** The same, where nothing else can be meant: `#4711`, `ticket 4711`. */
export const findTicketsBySign = (db: Db, text: string, first: number): Promise<Found[]> =>
  /^\s*((ticket|case)\b|[#№])/i.test(text) ? findTickets(db, text, first) : Promise.resolve([]);
