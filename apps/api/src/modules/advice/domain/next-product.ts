import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { medianOf } from '#kernel/statistics/summary';
import { type AdviceSettings, type NothingBecause, usualAdvice } from './settings.ts';

/** A product somebody bought: on which days (whole days), and whether it came back. */
export interface OwnProduct {
  productId: string;
  name: string;
  days: readonly number[];
  cameBack: boolean;
}

/** How soon people buy a product again: days between two purchases of it by the same buyer. */
export interface UsualGap {
  productId: string;
  n: number;
  median: number;
  lo: number;
  hi: number;
}

/** Of `n` other buyers of one product (`withId`), `k` also have this one; of `baseN` buyers of anything, `baseK` have it. */
export interface BoughtTogether {
  withId: string;
  productId: string;
  name: string;
  k: number;
  n: number;
  baseK: number;
  baseN: number;
}

/** A product that is due again. */
export interface DueAgain {
  by: 'interval';
  productId: string;
  name: string;
  lastDay: number;
  /** Days between two purchases, with what lies between the quarters where others speak, and the number of intervals. */
  gap: number;
  lo: number;
  hi: number;
  n: number;
  whose: 'own' | 'everybody';
}

/** A product that others with the same one have too. */
export interface WithOthers {
  by: 'similar';
  productId: string;
  name: string;
  withId: string;
  withName: string;
  share: Proportion;
  base: number;
}

export type NextProduct = DueAgain | WithOthers | { by: 'nothing'; because: NothingBecause };

/** The interval at which this product is bought: their own where they bought it often enough, else everybody’s. */
function intervalOf(
  { productId, days }: OwnProduct,
  usual: ReadonlyMap<string, UsualGap>,
  { leastOwnGaps, leastGaps, mostSpread }: AdviceSettings['product'],
): Pick<DueAgain, 'gap' | 'lo' | 'hi' | 'n' | 'whose'> | null {
  const own = days.slice(1).map((day, place) => day - days[place]!);
  const gap = medianOf(own);
  if (own.length >= leastOwnGaps && gap && Math.max(...own) <= gap * mostSpread)
    return { gap, lo: Math.min(...own), hi: Math.max(...own), n: own.length, whose: 'own' };
  const others = usual.get(productId);
  return others && others.n >= leastGaps && others.median > 0 && others.hi <= others.median * mostSpread
    ? { gap: others.median, lo: others.lo, hi: others.hi, n: others.n, whose: 'everybody' }
    : null;
}

/**
 * The product to speak of next: first what is due again (nearest to its interval), then what buyers of the same have more often than everybody, where even the
 * lower end of Wilson's interval is above everybody's share. What they sent back is never advised, and neither is what goes with it.
 */
export function nextProduct(
  mine: readonly OwnProduct[],
  gaps: readonly UsualGap[],
  together: readonly BoughtTogether[],
  today: number,
  { product: settings }: AdviceSettings = usualAdvice,
): NextProduct {
  if (mine.length === 0) return { by: 'nothing', because: 'no-purchase' };
  const kept = mine.filter(({ cameBack }) => !cameBack);
  if (kept.length === 0) return { by: 'nothing', because: 'all-came-back' };
  const usual = new Map(gaps.map((one) => [one.productId, one]));
  const due = kept
    .flatMap((own): { off: number; due: DueAgain }[] => {
      const interval = intervalOf(own, usual, settings);
      const lastDay = own.days.at(-1);
      if (!interval || lastDay === undefined) return [];
      const passed = (today - lastDay) / interval.gap;
      if (passed < settings.dueFrom || passed > settings.dueUntil) return [];
      const { productId, name } = own;
      return [{ off: Math.abs(passed - 1), due: { by: 'interval', productId, name, lastDay, ...interval } }];
    })
    .sort((a, b) => a.off - b.off || (a.due.productId < b.due.productId ? -1 : 1));
  if (due[0]) return due[0].due;

  const has = new Set(mine.map(({ productId }) => productId));
  const names = new Map(kept.map(({ productId, name }) => [productId, name]));
  const best = together
    .flatMap((pair): (WithOthers & { lo: number })[] => {
      const withName = names.get(pair.withId);
      const share = proportion(pair.k, pair.n);
      const base = pair.baseN > 0 ? pair.baseK / pair.baseN : null;
      if (!withName || has.has(pair.productId) || pair.k < settings.leastTogether) return [];
      if (share.lo === null || base === null || share.lo <= base) return [];
      const { productId, name, withId } = pair;
      return [{ by: 'similar', productId, name, withId, withName, share, base, lo: share.lo }];
    })
    .sort((a, b) => b.lo - a.lo || (a.productId < b.productId ? -1 : 1))[0];
  if (!best) return { by: 'nothing', because: 'nothing-stands-out' };
  const { lo: _, ...advice } = best;
  return advice;
}
