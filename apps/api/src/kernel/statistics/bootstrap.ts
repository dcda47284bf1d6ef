import { seeded } from './seeded.ts';
import { nearestRank } from './summary.ts';

/** The middle 95 % and the median of a statistic over resampled data. */
export interface Bootstrap {
  lo: number;
  hi: number;
  median: number;
}

/**
 * Percentile bootstrap (Efron 1979): `rounds` samples of size n with replacement, drawn by a seeded stream, percentiles at
 * the nearest rank. `statistic` is given the drawn positions; rounds in which it knows no answer (`null`) are left out.
 * `null` without data, or when it never knew one.
 */
export function bootstrap(
  n: number,
  statistic: (drawn: Int32Array) => number | null,
  { rounds = 2000, seed = 42 } = {},
): Bootstrap | null {
  if (!(n > 0)) return null;
  const draw = seeded(seed);
  const drawn = new Int32Array(n);
  const answers: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) drawn[i] = Math.floor(draw() * n);
    const answer = statistic(drawn);
    if (answer !== null && Number.isFinite(answer)) answers.push(answer);
  }
  if (answers.length === 0) return null;
  const sorted = Float64Array.from(answers).sort();
  return {
    lo: nearestRank(sorted, 0.025)!,
    hi: nearestRank(sorted, 0.975)!,
    median: nearestRank(sorted, 0.5)!,
  };
}
