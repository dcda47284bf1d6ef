import type { Tx } from '#platform/database';
import { ticketsAtWork } from './data/desk.ts';
import { lockTicketsById } from './data/tickets.ts';
import { windTickets } from './wind-tickets.ts';

/** Sets the clocks of all tickets that are not solved anew: after what is promised changed. Solved ones keep the promise they were given. */
export async function rewindTickets(tx: Tx): Promise<number> {
  let count = 0;
  let after: string | null = null;
  for (;;) {
    const ids: string[] = (await ticketsAtWork(tx, after, 500)).map(({ id }) => id);
    if (ids.length === 0) return count;
    await windTickets(tx, await lockTicketsById(tx, ids), true);
    count += ids.length;
    after = ids.at(-1)!;
  }
}
