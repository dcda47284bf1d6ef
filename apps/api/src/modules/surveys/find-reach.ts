import type { Customer } from '#modules/customers';
import type { WritingWay } from '#modules/house';
import { holdMs, mailLeaves } from '#modules/outbox';
import { findWays, type WaysAsked, wayTrouble } from '#modules/support';
import type { Db } from '#platform/database';

/** A question with its link is about so long. */
const charactersOfAsking = 500;

/** Whether a question that is written now would arrive: somebody carries letters that way, and it is not shut. */
const leads = (way: WritingWay, at: Date): boolean =>
  (way.channel !== 'email' || mailLeaves()) && wayTrouble(way, 'x'.repeat(charactersOfAsking), at) === null;

/**
 * The way a question goes: where an answer in its ticket would, of those that lead to the customer now. `no-way`: we know an address,
 * and no channel of ours leads there; a letter would wait for ever or come back.
 */
export async function findReach(
  db: Db,
  customer: Pick<Customer, 'id' | 'email' | 'phone'> | null | undefined,
  ticket: WaysAsked | null,
  now: Date,
): Promise<WritingWay | 'no-address' | 'no-way'> {
  if (!customer) return 'no-address';
  const asked = ticket
    ? { ...ticket, customerId: customer.id }
    : { channel: 'email', sourceKey: '', customerId: customer.id };
  const [ways = []] = await findWays(db, [asked]);
  const left = new Date(now.getTime() + holdMs);
  const way = ways.find((one) => leads(one, left));
  if (way) return way;
  return ways.length > 0 || customer.email || customer.phone ? 'no-way' : 'no-address';
}
