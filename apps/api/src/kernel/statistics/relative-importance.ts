import { solveLinear } from './solve.ts';
import { meanOf } from './summary.ts';

export interface Importance {
  /** The share of the variance of y that all columns together go with, 0…1. */
  r2: number;
  /** What each column adds to R², averaged over every order of adding them; they sum to `r2`. */
  lmg: number[];
  /** `lmg` over `r2`; sums to 1. */
  share: number[];
}

/** The covariance of the columns of `table` (rows are cases), over the cases at `rows`. */
function covariance(table: readonly (readonly number[])[], rows: ArrayLike<number>): number[][] {
  const k = table[0]?.length ?? 0;
  const mean = new Array<number>(k).fill(0);
  for (let r = 0; r < rows.length; r++)
    for (let i = 0; i < k; i++) mean[i]! += table[rows[r]!]![i]! / rows.length;
  const sums = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (let r = 0; r < rows.length; r++) {
    const row = table[rows[r]!]!;
    for (let i = 0; i < k; i++)
      for (let j = i; j < k; j++) sums[i]![j]! += (row[i]! - mean[i]!) * (row[j]! - mean[j]!);
  }
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) sums[i]![j] = sums[j]![i]!;
  return sums;
}

/**
 * How much of R² each column carries: LMG, that is Shapley's value over all 2ᵏ linear regressions (Lindeman, Merenda & Gold 1980;
 * Grömping, JSS 2006). All regressions come from one covariance matrix. `null` when y or a column never changes, or the columns
 * repeat each other (singular). Association, not cause. More than 14 columns are refused (`null`): 2ᵏ regressions.
 */
export function relativeImportance(
  X: readonly (readonly number[])[],
  y: readonly number[],
  rows: ArrayLike<number> = X.map((_, index) => index),
): Importance | null {
  const k = X[0]?.length ?? 0;
  if (k === 0 || k > 14 || rows.length < 3 || meanOf(y) === null) return null;
  const sums = covariance(
    X.map((row, i) => [...row, y[i]!]),
    rows,
  );
  const deviation = sums.map((row, i) => Math.sqrt(row[i]!));
  if (deviation.some((one) => !(one > 1e-12))) return null;
  const correlation = sums.map((row, i) => row.map((value, j) => value / (deviation[i]! * deviation[j]!)));

  const r2 = new Float64Array(1 << k);
  for (let set = 1; set < 1 << k; set++) {
    const members = [...Array(k).keys()].filter((i) => set & (1 << i));
    const withY = members.map((i) => correlation[i]![k]!);
    const solved = solveLinear(
      members.map((i) => members.map((j) => correlation[i]![j]!)),
      withY,
      1e-10,
    );
    if (!solved) return null;
    r2[set] = solved.reduce((sum, value, i) => sum + value * withY[i]!, 0);
  }

  const factorial = [1];
  for (let i = 1; i <= k; i++) factorial.push(factorial[i - 1]! * i);
  const lmg = new Array<number>(k).fill(0);
  for (let set = 0; set < 1 << k; set++) {
    let size = 0;
    for (let rest = set; rest; rest &= rest - 1) size++;
    const weight = size < k ? (factorial[size]! * factorial[k - size - 1]!) / factorial[k]! : 0;
    for (let i = 0; i < k; i++) if (!(set & (1 << i))) lmg[i]! += weight * (r2[set | (1 << i)]! - r2[set]!);
  }
  const total = r2[(1 << k) - 1]!;
  return { r2: total, lmg, share: lmg.map((one) => (total > 0 ? one / total : 0)) };
}
