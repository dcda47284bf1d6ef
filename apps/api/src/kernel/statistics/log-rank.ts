import { chiSquareTail } from './normal.ts';
import { solveLinear } from './solve.ts';
import { countable, type Stay } from './survival.ts';

export interface LogRank<Group> {
  groups: Group[];
  /** How many left in each group, and how many would have, were all alike. */
  observed: number[];
  expected: number[];
  chi2: number | null;
  df: number;
  p: number | null;
}

/**
 * Do the groups leave at different speeds? The log-rank test (Mantel 1966; Peto & Peto 1972): χ² = (O−E)ᵀ V⁻¹ (O−E) with the
 * hypergeometric variance. With fewer than two groups, or nothing that ever happened, χ² and p are `null`.
 */
export function logRank<Group extends string | number>(
  stays: readonly (Stay & { group: Group })[],
): LogRank<Group> {
  const all = (countable(stays) as (Stay & { group: Group })[]).sort((a, b) => a.time - b.time);
  const groups = [...new Set(all.map(({ group }) => group))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const index = new Map(groups.map((group, i) => [group, i]));
  const k = groups.length;
  const waiting = new Array<number>(k).fill(0);
  for (const { group } of all) waiting[index.get(group)!]! += 1;
  const observed = new Array<number>(k).fill(0);
  const expected = new Array<number>(k).fill(0);
  const variance = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (let i = 0; i < all.length; ) {
    const t = all[i]!.time;
    const n = all.length - i;
    const gone = new Array<number>(k).fill(0);
    const left = new Array<number>(k).fill(0);
    for (; i < all.length && all[i]!.time === t; i++) {
      const g = index.get(all[i]!.group)!;
      gone[g]! += 1;
      if (all[i]!.ended) left[g]! += 1;
    }
    const d = left.reduce((sum, one) => sum + one, 0);
    if (d > 0) {
      const factor = n > 1 ? (d * (n - d)) / (n - 1) : 0;
      for (let a = 0; a < k; a++) {
        observed[a]! += left[a]!;
        expected[a]! += (d * waiting[a]!) / n;
        for (let b = 0; b < k; b++)
          variance[a]![b]! += factor * (waiting[a]! / n) * ((a === b ? 1 : 0) - waiting[b]! / n);
      }
    }
    for (let g = 0; g < k; g++) waiting[g]! -= gone[g]!;
  }
  const df = Math.max(0, k - 1);
  const surplus = observed.slice(0, df).map((o, i) => o - expected[i]!);
  const solved =
    df > 0
      ? solveLinear(
          variance.slice(0, df).map((row) => row.slice(0, df)),
          surplus,
        )
      : null;
  const chi2 = solved
    ? Math.max(
        0,
        surplus.reduce((sum, value, i) => sum + value * solved[i]!, 0),
      )
    : null;
  return { groups, observed, expected, chi2, df, p: chi2 === null ? null : chiSquareTail(chi2, df) };
}
