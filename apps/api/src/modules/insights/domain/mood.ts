import { studentQuantile } from '#kernel/statistics/normal';

/** What was felt in a stage with a department (or, `null`, with all of them): sums of valences −1…+1. */
export interface FeltIn {
  stage: string;
  department: string | null;
  n: number;
  mean: number;
  sd: number | null;
}

/** How people felt there, 0…100 (50 is neither good nor bad), with its interval. */
export interface Mood {
  stage: string;
  department: string | null;
  n: number;
  score: number;
  lo: number | null;
  hi: number | null;
  /** `well` and `badly` only where the whole interval lies on that side of the middle. */
  verdict: 'well' | 'badly' | 'open';
}

/** Measures by convention (a purchase that came back) are all alike: that is no certainty. */
const leastSpread = 0.15;

const scoreOf = (valence: number): number => 50 * (1 + Math.max(-1, Math.min(1, valence)));

/** Says how people felt: the mean with Student's interval; a word on it only where the interval allows one. */
export function moodOf({ stage, department, n, mean, sd }: FeltIn): Mood {
  const half =
    n > 1 && sd !== null ? (studentQuantile(0.025, n - 1) * Math.max(leastSpread, sd)) / Math.sqrt(n) : null;
  const [lo, hi] = half === null ? [null, null] : [scoreOf(mean - half), scoreOf(mean + half)];
  return {
    stage,
    department,
    n,
    score: scoreOf(mean),
    lo,
    hi,
    verdict: lo !== null && lo > 50 ? 'well' : hi !== null && hi < 50 ? 'badly' : 'open',
  };
}
