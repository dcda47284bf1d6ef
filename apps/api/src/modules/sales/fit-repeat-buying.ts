import { dayMs } from '#kernel/days';
import { newId } from '#kernel/id';
import type { Database } from '#platform/database';
import { defineJob } from '#platform/jobs';
import {
  addFit,
  buyersAfter,
  daysOfStream,
  fitsInUse,
  oldestReckoning,
  streams,
} from './data/repeat-buying.ts';
import type { RepeatFitEntity } from './data/repeat-fit.entity.ts';
import { fitStream, streamSettings } from './domain/fit-stream.ts';
import { dayOf, expectOfBuyers } from './expect-of-buyers.ts';

/** A fit is made anew after so many days, or when a tenth of the purchases is new. */
const [staleDays, grownBy] = [7, 1.1];
const atOnce = 500;

const isStale = (fit: RepeatFitEntity | undefined, orders: number, asOf: Date): boolean =>
  !fit ||
  fit.settings !== streamSettings.version ||
  orders >= fit.orders * grownBy ||
  orders < fit.orders ||
  (orders !== fit.orders && asOf.getTime() - fit.fittedAt.getTime() > staleDays * dayMs);

/**
 * Learns from every stream of orders how people buy again, where it was not learned lately, and says of everybody who bought what is to be expected.
 * Doing it twice on one day gives the same.
 */
export async function fitRepeatBuyers(
  database: Database,
  asOf: Date,
  stopped: () => boolean = () => false,
): Promise<{ fitted: string[]; reckoned: number }> {
  const known = new Map((await fitsInUse(database)).map((fit) => [fit.currency, fit]));
  const fitted: string[] = [];
  for (const { currency, orders } of await streams(database, asOf)) {
    const last = known.get(currency);
    if (stopped() || !isStale(last, orders, asOf)) continue;
    const purchases = (await daysOfStream(database, asOf, currency)).map(({ customerId, day, value }) => ({
      buyer: customerId,
      day,
      value,
    }));
    const day = dayOf(asOf);
    const fit: RepeatFitEntity = {
      id: newId(),
      currency,
      version: (last?.version ?? 0) + 1,
      fittedAt: asOf,
      day,
      orders: purchases.length,
      ...fitStream(purchases, day),
    };
    await database.transaction((tx) => addFit(tx, fit));
    known.set(currency, fit);
    fitted.push(currency);
  }
  if (fitted.length === 0 && ((await oldestReckoning(database)) ?? dayOf(asOf)) >= dayOf(asOf))
    return { fitted, reckoned: 0 };
  let reckoned = 0;
  for (let after: string | null = null; !stopped(); ) {
    const ids: string[] = await buyersAfter(database, after, atOnce);
    if (ids.length === 0) break;
    await database.transaction((tx) => expectOfBuyers(tx, ids, asOf, [...known.values()]));
    reckoned += ids.length;
    after = ids.at(-1)!;
  }
  return { fitted, reckoned };
}

/** Looks every hour whether there is something new to learn of how people buy again; every day it is reckoned anew. */
export const fitRepeatJob = defineJob({
  name: 'sales.fit-repeat-buying',
  cron: '23 * * * *',
  queue: 'sales-repeat',
  async run({ database, signal }) {
    await fitRepeatBuyers(database, new Date(), () => signal.aborted);
  },
});
