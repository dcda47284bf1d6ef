import { inPlaces } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import { ClockEntity, type TicketClock } from './clock.entity.ts';

/** Puts these clocks in the place of all that these tickets had. */
export async function replaceClocks(
  tx: Tx,
  ticketIds: readonly string[],
  clocks: readonly TicketClock[],
): Promise<void> {
  tx.later('clocks-clear', 'DELETE FROM clock WHERE ticket_id = ANY($1::uuid[])', [ticketIds]);
  await putRows(tx, ClockEntity, clocks, '');
}

/** What policies look at in customers. */
export interface SegmentRow {
  customerId: string;
  tags: string[];
  stage: string | null;
}

/** Tags and stages of customers. */
export const segmentsOf = (db: Db, customerIds: readonly string[]): Promise<SegmentRow[]> =>
  db.named<SegmentRow>(
    'clock-segments',
    'SELECT customer_id AS "customerId", tags, stage FROM customer_summary WHERE customer_id = ANY($1::uuid[])',
    [customerIds],
  );

/** The clocks of each ticket, each kind's turns in order. */
export async function clocksByTicket(db: Db, ticketIds: readonly string[]): Promise<TicketClock[][]> {
  const rows = await db.named<TicketClock & { place: number }>(
    'clocks-by-ticket',
    `SELECT asked.place::int AS place, ${columnsOf(ClockEntity, 'c')} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(ticket, place)
       JOIN clock c ON c.ticket_id = asked.ticket
      ORDER BY asked.place, c.started_at, c.kind, c.turn`,
    [ticketIds],
  );
  return inPlaces(rows, ticketIds.length);
}
