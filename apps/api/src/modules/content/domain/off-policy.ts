import type { Evidence } from '#kernel/evidence';
import { z95 } from '#kernel/statistics/normal';
import { type ContentSettings, usualContent } from './settings.ts';

/** A logged decision: the reward, how likely the new policy would have made it, and how likely it was when it was made. */
export interface LoggedDecision {
  id?: string;
  r: number;
  pe: number;
  pb: number;
}

export interface OffPolicy extends Evidence {
  n: number;
  /** Mean of r · pe/pb: unbiased. With its standard error and 95 % interval. */
  ips: number | null;
  se: number | null;
  lo: number | null;
  hi: number | null;
  /** Σ w·r / Σ w: steadier, slightly biased. */
  snips: number | null;
  /** (Σ w)² / Σ w²: how many decisions the log is really worth. */
  ess: number | null;
  /** Why the answer is not to be used: a decision that could not have been logged, or too little effective data. */
  refused: 'no-data' | 'impossible-propensity' | 'too-little-effective' | null;
}

const isShare = (p: number): boolean => p >= 0 && p <= 1;

/**
 * What would another policy have earned, from the log of this one? Inverse propensity scoring (Horvitz & Thompson 1952), its self-normalised
 * form, and the effective sample size (Kish 1965). Refused below an ESS of 100 (a convention: settings) or when any logged
 * propensity is 0 or no probability: then the numbers are worth nothing.
 */
export function offPolicy(
  log: readonly LoggedDecision[],
  settings: ContentSettings = usualContent,
): OffPolicy {
  const n = log.length;
  const from = log.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const nothing = {
    n,
    ips: null,
    se: null,
    lo: null,
    hi: null,
    snips: null,
    ess: null,
    settings: settings.version,
    from,
  };
  if (n === 0) return { ...nothing, refused: 'no-data' };
  if (log.some(({ r, pe, pb }) => !(Number.isFinite(r) && isShare(pe) && isShare(pb) && pb > 0)))
    return { ...nothing, refused: 'impossible-propensity' };
  const weights = log.map(({ pe, pb }) => pe / pb);
  const earned = log.map(({ r }, i) => r * weights[i]!);
  const sum = weights.reduce((total, w) => total + w, 0);
  const squares = weights.reduce((total, w) => total + w * w, 0);
  const earnedSum = earned.reduce((total, one) => total + one, 0);
  const ips = earnedSum / n;
  const se =
    n > 1 ? Math.sqrt(earned.reduce((total, one) => total + (one - ips) ** 2, 0) / (n - 1) / n) : null;
  const ess = squares > 0 ? sum ** 2 / squares : 0;
  return {
    ...nothing,
    ips,
    se,
    lo: se === null ? null : ips - z95 * se,
    hi: se === null ? null : ips + z95 * se,
    snips: sum > 0 ? earnedSum / sum : null,
    ess,
    refused: ess < settings.leastEffective ? 'too-little-effective' : null,
  };
}
