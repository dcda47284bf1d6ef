import { type Beta, expectedLoss, probabilityGreater } from '#kernel/statistics/compare-betas';
import { chiSquareTail, twoSidedP, z95 } from '#kernel/statistics/normal';
import { type ContentSettings, usualContent } from './settings.ts';

/** What came of an arm: `k` of `n` people did what was hoped for. */
export interface Arm {
  k: number;
  n: number;
}

const makesSense = ({ k, n }: Arm): boolean => Number.isFinite(n) && k >= 0 && k <= n;

/**
 * Was the traffic split as planned? χ² of the counts against the ratio. A p below .001 means that the assignment is broken: stop, and
 * believe no result. `null` without people or with fewer than two arms.
 */
export function splitTest(counts: readonly number[], ratio: readonly number[]) {
  const total = counts.reduce((sum, one) => sum + one, 0);
  const parts = ratio.reduce((sum, one) => sum + one, 0);
  const sane = counts.length === ratio.length && counts.length > 1 && ratio.every((one) => one > 0);
  if (!sane || !(total > 0) || !Number.isFinite(parts) || counts.some((one) => !(one >= 0))) return null;
  const chi2 = counts.reduce((sum, one, i) => {
    const expected = (total * ratio[i]!) / parts;
    return sum + (one - expected) ** 2 / expected;
  }, 0);
  return { chi2, p: chiSquareTail(chi2, counts.length - 1) };
}

/** Difference of two shares: pooled z and two-sided p, unpooled 95 % interval (what a single look at the end may use). */
export function shareDifference(a: Arm, b: Arm) {
  if (!makesSense(a) || !makesSense(b) || a.n === 0 || b.n === 0) return null;
  const [pA, pB] = [a.k / a.n, b.k / b.n];
  const diff = pB - pA;
  const pooled = (a.k + b.k) / (a.n + b.n);
  const pooledSe = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  const se = Math.sqrt((pA * (1 - pA)) / a.n + (pB * (1 - pB)) / b.n);
  const z = pooledSe > 0 ? diff / pooledSe : null;
  return { pA, pB, diff, z, p: z === null ? null : twoSidedP(z), lo: diff - z95 * se, hi: diff + z95 * se };
}

/**
 * One look of the mixture sequential probability ratio test: L = √(s²/(s²+τ²)) · exp(θ²τ² / (2s²(s²+τ²))), θ = pB − pA, s² its variance, τ the
 * smallest effect worth having, fixed beforehand. p = min(1, 1/L).
 */
export function sequentialLook(a: Arm, b: Arm, tau: number) {
  if (!makesSense(a) || !makesSense(b) || a.n === 0 || b.n === 0 || !(tau > 0)) return null;
  const [pA, pB] = [a.k / a.n, b.k / b.n];
  const theta = pB - pA;
  const variance = (pA * (1 - pA)) / a.n + (pB * (1 - pB)) / b.n;
  // No variance yet (nobody or everybody did it): the look says nothing.
  if (!(variance > 0)) return { theta, lr: 1, p: 1 };
  const sum = variance + tau ** 2;
  const lnRatio = 0.5 * Math.log(variance / sum) + (theta ** 2 * tau ** 2) / (2 * variance * sum);
  return { theta, lr: Math.min(Number.MAX_VALUE, Math.exp(lnRatio)), p: Math.min(1, Math.exp(-lnRatio)) };
}

/**
 * The p value that stays valid however often somebody looks: the least of all looks so far (Johari, Koomen, Pekelis & Walsh, Operations
 * Research 2022). It never rises. `null` without a look that could be judged.
 */
export function alwaysValidP(looks: readonly (readonly [Arm, Arm])[], tau: number): number | null {
  const seen = looks.flatMap(([a, b]) => sequentialLook(a, b, tau) ?? []);
  return seen.length > 0 ? Math.min(...seen.map(({ p }) => p)) : null;
}

/** How an experiment stands. */
export interface ExperimentStanding {
  n: number;
  /** P(B better than A), from Beta(1, 1) for both. ½ while nothing is known. */
  pBbeatsA: number | null;
  /** What one loses on average by choosing B (A) although the other is better, in share. */
  lossChooseB: number | null;
  lossChooseA: number | null;
  /** The single-look test: for reports after the end, not for peeking. */
  z: ReturnType<typeof shareDifference>;
  alwaysValidP: number | null;
  split: ReturnType<typeof splitTest>;
  verdict: 'no-data' | 'broken-split' | 'go-on' | 'ship-a' | 'ship-b';
  settings: string;
}

/**
 * An A/B experiment, to be looked at whenever one likes. The split is judged first. Ship the arm whose expected loss is below .001 once each arm
 * has 200 people AND the always-valid p is below .05: belief alone says "likely", the stopping rule says when it is safe to stop.
 * All three limits are conventions: settings. `looks` are all looks so far, the last one now.
 */
export function experimentStanding(
  looks: readonly (readonly [Arm, Arm])[],
  {
    tau,
    ratio = [1, 1],
    settings = usualContent,
  }: { tau: number; ratio?: readonly [number, number]; settings?: ContentSettings },
): ExperimentStanding {
  const [a, b] = looks.at(-1) ?? [
    { k: 0, n: 0 },
    { k: 0, n: 0 },
  ];
  const sane = makesSense(a) && makesSense(b);
  const beliefOf = ({ k, n }: Arm): Beta => [1 + k, 1 + n - k];
  const [beliefA, beliefB] = [beliefOf(a), beliefOf(b)];
  const split = splitTest([a.n, b.n], ratio);
  const p = alwaysValidP(looks, tau);
  const lossChooseB = sane ? expectedLoss(beliefA, beliefB) : null;
  const lossChooseA = sane ? expectedLoss(beliefB, beliefA) : null;
  const enough = Math.min(a.n, b.n) >= settings.shipLeast && p !== null && p < settings.alpha;
  const small = (loss: number | null) => enough && loss !== null && loss < settings.shipLoss;
  return {
    n: sane ? a.n + b.n : 0,
    pBbeatsA: sane ? probabilityGreater(beliefB, beliefA) : null,
    lossChooseB,
    lossChooseA,
    z: shareDifference(a, b),
    alwaysValidP: p,
    split,
    verdict:
      !sane || a.n + b.n === 0
        ? 'no-data'
        : split && split.p < settings.splitAlpha
          ? 'broken-split'
          : small(lossChooseB)
            ? 'ship-b'
            : small(lossChooseA)
              ? 'ship-a'
              : 'go-on',
    settings: settings.version,
  };
}
