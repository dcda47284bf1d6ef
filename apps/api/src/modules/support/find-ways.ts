import { customersById } from '#modules/customers';
import { neighbours, type WritingWay } from '#modules/house';
import type { Db } from '#platform/database';
import { waysToWrite } from './domain/reply.ts';
import type { Ticket } from './domain/ticket.ts';

/** What is asked about a ticket whose customer is written to. */
export type WaysAsked = Pick<Ticket, 'channel' | 'sourceKey' | 'customerId'>;

/** The ways to answer in tickets, the best first, in the order asked. */
export async function findWays(db: Db, tickets: readonly WaysAsked[]): Promise<WritingWay[][]> {
  const ids = [...new Set(tickets.flatMap(({ customerId }) => customerId ?? []))];
  const known = await customersById(db, ids);
  const customerOf = new Map(ids.map((id, place) => [id, known[place]]));
  const asked = tickets.map(({ sourceKey, customerId }) => ({
    ticketKey: sourceKey,
    phone: customerOf.get(customerId ?? '')?.phone ?? null,
  }));
  const found: WritingWay[][] = tickets.map(() => []);
  for (const { writingWays } of neighbours())
    if (writingWays)
      for (const [place, ways] of (await writingWays(db, asked)).entries()) found[place]!.push(...ways);
  return tickets.map((ticket, place) => {
    const customer = customerOf.get(ticket.customerId ?? '');
    return customer ? waysToWrite(ticket, customer, found[place]!) : [];
  });
}
