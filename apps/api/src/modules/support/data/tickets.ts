import { inOrderOf, inPlaces } from '#kernel/batch';
import type { SummaryPart } from '#modules/house';
import { columnsOf, type Db, lockRows, newerReplaces, putRows, type Tx } from '#platform/database';
import type { Ticket } from '../domain/ticket.ts';
import { TicketEntity } from './ticket.entity.ts';

/** The tickets with these keys, locked until the transaction ends. */
export const lockTickets = (
  tx: Tx,
  keys: readonly Pick<Ticket, 'sourceId' | 'sourceKey'>[],
): Promise<Ticket[]> => lockRows(tx, TicketEntity, ['sourceId', 'sourceKey'], keys);

/** The tickets with these ids, and those into which they were merged, locked until the transaction ends. */
export const lockTicketsById = (tx: Tx, ids: readonly string[]): Promise<Ticket[]> =>
  tx.named<Ticket>(
    'tickets-lock-by-id',
    `SELECT ${columnsOf(TicketEntity, 't')} FROM ticket t
      WHERE t.id = ANY($1::uuid[]) OR t.id IN (SELECT o.merged_into_id FROM ticket o WHERE o.id = ANY($1::uuid[]))
      ORDER BY t.id FOR UPDATE`,
    [ids],
  );

/** The number of a ticket that is opened here. */
export async function nextTicketNumber(tx: Tx): Promise<string> {
  const [row] = await tx.named<{ number: number }>(
    'ticket-number',
    `SELECT nextval('ticket_numbers')::int AS number`,
  );
  return `A-${row!.number}`;
}

/** Writes tickets as they now are. */
export async function putTickets(tx: Tx, tickets: readonly Ticket[]): Promise<void> {
  await putRows(tx, TicketEntity, tickets, newerReplaces(TicketEntity, ['sourceId', 'sourceKey']));
}

/** Takes back what was said of tickets: those with messages stay as their messages know them. */
export async function forgetTickets(tx: Tx, sourceId: string, subjectKeys: readonly string[]): Promise<void> {
  tx.later(
    'tickets-to-stubs',
    `UPDATE ticket t SET number = substring(source_key from '[^:]*$'), subject = '#' || substring(source_key from '[^:]*$'),
            description = NULL, status = 'open', priority = NULL, type = NULL, channel = NULL, assignee_name = NULL, team_name = NULL,
            tags = '{}', satisfaction = NULL, solved_at = NULL, observed_at = 'epoch', signal_id = NULL, over = '{}',
            assignee_id = NULL, team_id = NULL, fields = '{}', field_words = '{}',
            opened_at = coalesce((SELECT min(m.at) FROM message m WHERE m.ticket_id = t.id), t.opened_at)
      WHERE source_id = $1 AND source_key = ANY($2::text[])`,
    [sourceId, subjectKeys],
  );
  await forgetSilentTickets(tx, sourceId);
}

/** Takes away tickets that only messages told of, when no message is left. */
export async function forgetSilentTickets(tx: Tx, sourceId: string): Promise<void> {
  tx.later(
    'tickets-forget',
    `DELETE FROM ticket t WHERE t.source_id = $1 AND t.signal_id IS NULL
        AND NOT EXISTS (SELECT FROM message m WHERE m.ticket_id = t.id)`,
    [sourceId],
  );
}

/** A ticket as the graph shows it. */
export type ShownTicket = Ticket & { sourceName: string; messageCount: number };

const shown = `${columnsOf(TicketEntity, 't')}, s.name AS "sourceName",
  (SELECT count(*) FROM message m WHERE m.ticket_id = t.id)::int AS "messageCount"`;

/** Whose tickets, and how many. */
export interface TicketsKey {
  customerId: string;
  first: number;
}

/** The newest tickets of each customer. */
export async function ticketsByCustomer(db: Db, keys: readonly TicketsKey[]): Promise<ShownTicket[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<ShownTicket & { place: number }>(
    `tickets-by-customer-${limit}`,
    `SELECT asked.place::int AS place, ${shown} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(customer, place)
      CROSS JOIN LATERAL (SELECT * FROM ticket o WHERE o.customer_id = asked.customer
                           ORDER BY o.opened_at DESC, o.id DESC LIMIT ${limit}) t
       JOIN source s ON s.id = t.source_id
      ORDER BY asked.place, t.opened_at DESC, t.id DESC`,
    [keys.map((key) => key.customerId)],
  );
  return inPlaces(rows, keys.length).map((list, place) => list.slice(0, keys[place]!.first));
}

/** Tickets by id, in the order asked. */
export async function ticketsById(db: Db, ids: readonly string[]): Promise<(ShownTicket | null)[]> {
  const rows = await db.named<ShownTicket>(
    'tickets-by-id',
    `SELECT ${shown} FROM ticket t JOIN source s ON s.id = t.source_id WHERE t.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** An open ticket whose last word is the customer's, and since when it waits. */
export type WaitingTicket = ShownTicket & { waitingSince: Date };

/** Open tickets that nobody answered since the customer last wrote: the asker's own first; those of the last two weeks before older ones, whom
 * an hour does not help any more; then urgent ones, then who waits longest. */
export const ticketsWaiting = (
  db: Db,
  { name, first }: { name: string; first: number },
): Promise<WaitingTicket[]> =>
  db.named<WaitingTicket>(
    'tickets-waiting',
    `SELECT ${shown}, coalesce(w.asked_at, t.opened_at) AS "waitingSince"
       FROM ticket t JOIN source s ON s.id = t.source_id
      CROSS JOIN LATERAL (SELECT max(m.at) FILTER (WHERE m.author_kind = 'agent') AS answered_at,
                                 max(m.at) FILTER (WHERE m.author_kind = 'customer') AS asked_at
                            FROM message m WHERE m.ticket_id = t.id AND m.is_public) w
      WHERE t.status IN ('new', 'open') AND (w.answered_at IS NULL OR w.answered_at < w.asked_at)
      ORDER BY t.assignee_name IS NOT DISTINCT FROM $1 DESC, coalesce(w.asked_at, t.opened_at) > now() - interval '14 days' DESC, (t.priority IN ('urgent', 'high')) IS TRUE DESC,
               coalesce(w.asked_at, t.opened_at), t.id LIMIT $2::int`,
    [name, first],
  );

/** How many tickets a customer has. */
export const ticketSummary: SummaryPart = {
  columns: ['open_tickets', 'tickets'],
  from: `SELECT (count(*) FILTER (WHERE t.status IN ('new', 'open', 'pending', 'hold')))::int AS open_tickets, count(*)::int AS tickets
           FROM ticket t WHERE t.customer_id = asked.id`,
};
