import { groupBy } from '#kernel/batch';
import { anythingPromised, windClocks } from '#modules/clocks';
import type { Tx } from '#platform/database';
import { storiesOf } from './data/ticket-events.ts';
import { momentsOf } from './domain/moments.ts';
import type { Ticket } from './domain/ticket.ts';

/**
 * Sets the clocks of these tickets anew from all that happened to them. Where nothing is promised there is nothing to set, unless
 * something was promised until now.
 */
export async function windTickets(tx: Tx, tickets: readonly Ticket[], promisedBefore = false): Promise<void> {
  if (tickets.length === 0 || !(promisedBefore || (await anythingPromised(tx)))) return;
  const stories = groupBy(
    await storiesOf(
      tx,
      tickets.map(({ id }) => id),
    ),
    ({ ticketId }) => ticketId,
  );
  await windClocks(
    tx,
    tickets.map((ticket) => {
      const story = stories.get(ticket.id) ?? [];
      return {
        ticketId: ticket.id,
        customerId: ticket.customerId,
        priority: ticket.priority,
        channel: ticket.channel,
        // A ticket that goes on in another one promises nothing any more.
        moments: ticket.mergedIntoId
          ? []
          : momentsOf(
              ticket,
              story.flatMap(({ what, authorKind, at }) =>
                what === 'message' && authorKind ? [{ authorKind, at, isPublic: true }] : [],
              ),
              story.filter(({ what }) => what === 'status'),
            ),
      };
    }),
  );
}
