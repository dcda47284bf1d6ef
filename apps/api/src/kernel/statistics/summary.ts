import { studentQuantile } from './normal.ts';

/** Only the numbers that are numbers. */
export const known = (values: Iterable<number | null | undefined>): number[] =>
  [...values].filter((value): value is number => typeof value === 'number' && Number.isFinite(value));

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The mean; `null` of nothing. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length > 0 ? sumOf(values) / values.length : null;

/** Mean, standard deviation of the sample (n−1) and how many. Of one value the deviation is `null`. */
export function spreadOf(values: readonly number[]): { n: number; mean: number | null; sd: number | null } {
  const n = values.length;
  const mean = meanOf(values);
  if (mean === null || n < 2) return { n, mean, sd: null };
  return { n, mean, sd: Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (n - 1)) };
}

/** A mean with its 95 % interval from Student's t; one value alone has no interval. */
export function meanInterval(values: readonly number[]) {
  const { n, mean, sd } = spreadOf(values);
  if (mean === null || sd === null) return { n, mean, lo: null, hi: null };
  const half = (studentQuantile(0.025, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, lo: mean - half, hi: mean + half };
}

/** The value below which a share `q` lies, linear between ranks (type 7 of Hyndman & Fan 1996); `null` of nothing. */
export function quantileOf(values: readonly number[], q: number): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const position = Math.min(1, Math.max(0, q)) * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (position - below);
}

/** The middle value; `null` of nothing. */
export const medianOf = (values: readonly number[]): number | null => quantileOf(values, 0.5);

/** The value at rank ⌈q·n⌉ of sorted values: what a bootstrap percentile means here. */
export function nearestRank(sorted: ArrayLike<number>, q: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(q * sorted.length))) - 1]!;
}
