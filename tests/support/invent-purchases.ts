import { seeded } from '../../apps/api/src/kernel/statistics/seeded.ts';

/** A purchase of somebody invented: who, on which day, worth how much. */
export interface InventedPurchase {
  buyer: string;
  day: number;
  value: number;
}

/**
 * Purchases of people who buy as BG/NBD says people do: each at a rate of their own, until they leave after one of them. `from` and `until` are
 * days; everybody begins in the first half of the time. Same seed, same people.
 */
export function inventPurchases(
  buyers: number,
  { from, until, seed = 7 }: { from: number; until: number; seed?: number },
): InventedPurchase[] {
  const luck = seeded(seed);
  return Array.from({ length: buyers }, (_, place) => {
    const buyer = `buyer ${String(place).padStart(5, '0')}`;
    let day = from + Math.floor((luck() * (until - from)) / 2);
    const rate = -Math.log(1 - luck()) / 60;
    const leaves = luck() ** 2 * 0.6;
    const usual = 20 + 60 * luck();
    const bought: InventedPurchase[] = [];
    while (day <= until) {
      bought.push({ buyer, day, value: Math.round(usual * (0.6 + 0.8 * luck()) * 100) / 100 });
      if (luck() < leaves) break;
      day += Math.max(1, Math.round(-Math.log(1 - luck()) / rate));
    }
    return bought;
  }).flat();
}
