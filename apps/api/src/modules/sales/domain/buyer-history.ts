import type { BuyerHistory } from './repeat-buying.ts';

/** Something bought: who, and the day (a whole number of days on any calendar). Several on one day are one purchase. */
export interface Purchase {
  buyer: string;
  day: number;
  value?: number;
}

export interface SummarisedBuyer extends BuyerHistory {
  buyer: string;
  /** Mean value of the days of repeat purchases; `null` without any. */
  mean: number | null;
  /** Days of purchase after `until`, up to `heldOutUntil`. */
  later: number;
}

/**
 * Sums purchases up to what the models of repeat buying ask for: days of purchase after the first, when the last was, how long watched until `until`.
 * `unit` is the days of a unit of time (7: weeks). Who first bought after `until` is left out.
 */
export function summarisePurchases(
  purchases: readonly Purchase[],
  { until, heldOutUntil = until, unit = 1 }: { until: number; heldOutUntil?: number; unit?: number },
): SummarisedBuyer[] {
  const buyers = new Map<string, Map<number, number>>();
  for (const { buyer, day, value = 0 } of purchases) {
    if (!Number.isFinite(day) || day > heldOutUntil) continue;
    const days = buyers.get(buyer) ?? new Map<number, number>();
    days.set(day, (days.get(day) ?? 0) + value);
    buyers.set(buyer, days);
  }
  return [...buyers].flatMap(([buyer, byDay]) => {
    const days = [...byDay.keys()].sort((a, b) => a - b);
    const seen = days.filter((day) => day <= until);
    const first = seen[0];
    if (first === undefined || first === until) return [];
    const repeats = seen.slice(1);
    const spent = repeats.reduce((sum, day) => sum + byDay.get(day)!, 0);
    return [
      {
        buyer,
        x: repeats.length,
        tx: (seen.at(-1)! - first) / unit,
        T: (until - first) / unit,
        mean: repeats.length > 0 ? spent / repeats.length : null,
        later: days.length - seen.length,
      },
    ];
  });
}
