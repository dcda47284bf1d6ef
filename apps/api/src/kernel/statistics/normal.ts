import { betaCdf, gammaUpper } from './special.ts';

/** P(Z > z) of the standard normal distribution, exact far into the tail. */
export function normalTail(z: number): number {
  const half = gammaUpper(0.5, (z * z) / 2) / 2;
  return z >= 0 ? half : 1 - half;
}

/** The two-sided p of a z value. */
export const twoSidedP = (z: number): number => 2 * normalTail(Math.abs(z));

/** The z below which a share `p` of the standard normal lies; 0 < p < 1. Found by Newton's method, exact to rounding. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  // A start below the answer: Newton then comes from one side and cannot run away.
  let z = -Math.sqrt(-2 * Math.log(p));
  for (let turn = 0; turn < 100; turn++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const step = (normalTail(-z) - p) / density;
    z -= step;
    if (Math.abs(step) < 1e-16 * Math.max(1, Math.abs(z))) break;
  }
  return z;
}

/** The z of a 95 % interval. */
export const z95 = 1.959963984540054;

/** P(χ² > x) with `df` degrees of freedom. */
export const chiSquareTail = (x: number, df: number): number => gammaUpper(df / 2, x / 2);

/** P(T > t) of Student's distribution with `df` degrees of freedom. */
export function studentTail(t: number, df: number): number {
  const half = betaCdf(df / (df + t * t), df / 2, 0.5) / 2;
  return t >= 0 ? half : 1 - half;
}

/** The t that leaves a share `tail` above it (0 < tail < ½); by halving, exact to rounding. */
export function studentQuantile(tail: number, df: number): number {
  let low = 0;
  let high = 1;
  while (studentTail(high, df) > tail && high < 1e12) high *= 2;
  for (let turn = 0; turn < 200 && high - low > 1e-14 * high; turn++) {
    const middle = (low + high) / 2;
    if (studentTail(middle, df) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
