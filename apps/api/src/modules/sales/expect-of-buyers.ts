import { groupBy } from '#kernel/batch';
import { dayMs } from '#kernel/days';
import { behaviourOf, keepBehaviour } from '#modules/experience';
import type { Tx } from '#platform/database';
import type { RepeatBuyerEntity } from './data/repeat-buyer.entity.ts';
import { daysOfBuying, fitsInUse, putBuyers } from './data/repeat-buying.ts';
import type { RepeatFitEntity } from './data/repeat-fit.entity.ts';
import { buyerAhead } from './domain/buyer-ahead.ts';
import { summarisePurchases } from './domain/buyer-history.ts';
import { streamSettings, week } from './domain/fit-stream.ts';

/** Whole days since 1970. */
export const dayOf = (at: Date): number => Math.floor(at.getTime() / dayMs);

/** Somebody whose first purchase is of today has no history yet that the model could speak of. */
function historyOf(days: readonly { day: number; value: number }[], today: number) {
  const [history] = summarisePurchases(
    days.map(({ day, value }) => ({ buyer: '', day, value })),
    { until: today, unit: week },
  );
  return history ?? { buyer: '', x: 0, tx: 0, T: 0.5 / week, mean: null, later: 0 };
}

/**
 * Says anew what is to be expected of these customers, from their orders, the fits in use and the day; nothing while no fit was made. The same orders
 * give the same rows, whatever happened in between.
 */
export async function expectOfBuyers(
  tx: Tx,
  customerIds: readonly string[],
  asOf: Date,
  fits?: readonly RepeatFitEntity[],
): Promise<void> {
  const ids = [...new Set(customerIds)].sort();
  const inUse = fits ?? (ids.length > 0 ? await fitsInUse(tx) : []);
  if (ids.length === 0 || inUse.length === 0) return;
  const today = dayOf(asOf);
  const fitOf = new Map(inUse.map((fit) => [fit.currency, fit]));
  const bought = groupBy(
    await daysOfBuying(tx, asOf, ids),
    ({ customerId, currency }) => `${customerId} ${currency}`,
  );
  const buyers: RepeatBuyerEntity[] = [];
  for (const days of bought.values()) {
    const { customerId, currency } = days[0]!;
    const fit = fitOf.get(currency);
    if (!fit) continue;
    buyers.push({
      customerId,
      currency,
      fitId: fit.id,
      day: today,
      purchases: days.length,
      firstDay: days[0]!.day,
      lastDay: days.at(-1)!.day,
      ...buyerAhead(historyOf(days, today), fit),
    });
  }
  await putBuyers(tx, ids, buyers);
  // Where somebody buys in two currencies, the one they buy more in speaks for them.
  const main = [...groupBy(buyers, ({ customerId }) => customerId).values()].map(
    (rows) => rows.sort((a, b) => b.purchases - a.purchases || (a.currency < b.currency ? -1 : 1))[0]!,
  );
  await keepBehaviour(
    tx,
    ids,
    main.flatMap((buyer) => {
      const { passed, upper } = fitOf.get(buyer.currency)!;
      // After one purchase nothing speaks against their being there: the model takes them as a buyer.
      const { value } = behaviourOf({ ...buyer, alive: buyer.alive ?? 1, passed, cohortUpper: upper }, null);
      return value === null
        ? []
        : [{ customerId: buyer.customerId, value, day: today, settings: streamSettings.version }];
    }),
  );
}
