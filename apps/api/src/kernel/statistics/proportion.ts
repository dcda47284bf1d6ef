import { z95 } from './normal.ts';

/** A share with its 95 % interval. Without a single case all three are `null`: unknown is not zero. */
export interface Proportion {
  /** How many of `n`. */
  k: number;
  n: number;
  p: number | null;
  lo: number | null;
  hi: number | null;
}

/**
 * A share of `n` cases with Wilson's score interval (Wilson, JASA 1927; method 3 of Newcombe, Statistics in Medicine 1998).
 * Counts that make no sense (negative, not finite, k > n) are no data.
 */
export function proportion(k: number, n: number, z = z95): Proportion {
  if (!(n > 0 && k >= 0 && k <= n && Number.isFinite(n))) return { k: 0, n: 0, p: null, lo: null, hi: null };
  const p = k / n;
  const square = z * z;
  const centre = (p + square / (2 * n)) / (1 + square / n);
  const half = (z / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
  return {
    k,
    n,
    p,
    lo: k === 0 ? 0 : Math.max(0, centre - half),
    hi: k === n ? 1 : Math.min(1, centre + half),
  };
}
