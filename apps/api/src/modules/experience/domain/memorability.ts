import { dayMs } from '#kernel/days';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { type ExperienceSettings, usualExperience } from './settings.ts';

/** What an interaction was to the customer. `unknown`: not measured, which is not the same as forgotten. */
export type Outcome =
  | 'memorable_positive'
  | 'positive'
  | 'irrelevant'
  | 'negative'
  | 'memorable_negative'
  | 'unknown';

/** How a set of interactions usually goes: how many, mean and standard deviation of their valence. */
export interface Baseline {
  n: number;
  mean: number;
  sd: number;
}

export interface Memorability {
  outcome: Outcome;
  /** The valence that was to be expected here, and how much it varies. */
  mu: number | null;
  sd: number | null;
  /** Deviations away from what was expected. */
  z: number | null;
  /** |valence|, 0…1. */
  intensity: number | null;
  /** min(1, |z| / 2), 0…1. */
  surprise: number | null;
  /** Half how strong, half how unusual, 0…1. */
  salience: number | null;
  /** 1 with a baseline, .5 without, 0 when the valence is unknown. */
  coverage: number;
  settings: string;
}

const isBaseline = (one: Baseline | null | undefined): one is Baseline =>
  !!one &&
  one.n > 0 &&
  Number.isFinite(one.n) &&
  one.mean >= -1 &&
  one.mean <= 1 &&
  one.sd >= 0 &&
  one.sd <= 2;

/**
 * Will it be remembered? The baseline of the same touchpoint and channel is drawn to that of all: μ = (n·m + 20·M)/(n + 20), deviations
 * likewise on variances, at least .15. z = (v−μ)/sd; salience = (|v| + min(1, |z|/2))/2: surprise makes memories (von Restorff
 * 1933; Rescorla & Wagner 1972; Oliver 1980). Its sign is that of v from |v| ≥ .2, else of z from |z| ≥ 1, else none. Irrelevant: salience
 * below .25 or no sign. Memorable: from .6. Without any baseline there is no surprise to speak of: salience = |v|, coverage .5.
 * All thresholds are conventions: settings.
 */
export function memorabilityOf(
  { v, group, all }: { v: number | null; group?: Baseline | null; all?: Baseline | null },
  settings: ExperienceSettings = usualExperience,
): Memorability {
  const {
    shrink,
    leastDeviation,
    polarity,
    surprise: surpriseFrom,
    irrelevantBelow,
    memorableFrom,
  } = settings.memorability;
  if (v === null || !(v >= -1 && v <= 1))
    return {
      outcome: 'unknown',
      mu: null,
      sd: null,
      z: null,
      intensity: null,
      surprise: null,
      salience: null,
      coverage: 0,
      settings: settings.version,
    };
  const wide = isBaseline(all) ? all : isBaseline(group) ? group : null;
  const near = isBaseline(group) ? group : { n: 0, mean: 0, sd: 0 };
  const intensity = Math.abs(v);
  let mu: number | null = null;
  let sd: number | null = null;
  let z: number | null = null;
  if (wide) {
    mu = (near.n * near.mean + shrink * wide.mean) / (near.n + shrink);
    const variance = (near.n * near.sd ** 2 + shrink * wide.sd ** 2) / (near.n + shrink);
    sd = Math.max(leastDeviation, Math.sqrt(variance));
    z = (v - mu) / sd;
  }
  const surprise = z === null ? null : Math.min(1, Math.abs(z) / 2);
  const salience = surprise === null ? intensity : (intensity + surprise) / 2;
  const sign =
    intensity >= polarity ? Math.sign(v) : z !== null && Math.abs(z) >= surpriseFrom ? Math.sign(z) : 0;
  const outcome: Outcome =
    sign === 0 || salience < irrelevantBelow
      ? 'irrelevant'
      : `${salience >= memorableFrom ? 'memorable_' : ''}${sign > 0 ? 'positive' : 'negative'}`;
  return {
    outcome,
    mu,
    sd,
    z,
    intensity,
    surprise,
    salience,
    coverage: wide ? 1 : 0.5,
    settings: settings.version,
  };
}

/** A past interaction, as far as a baseline is concerned. */
export interface PastInteraction {
  at: number;
  touchpoint: string;
  channel: string;
  v: number | null;
}

function baselineOf(values: readonly number[]): Baseline | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const square = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { n: values.length, mean, sd: Math.sqrt(square) };
}

/**
 * How it usually goes at this touchpoint and channel, and everywhere, in the 180 days BEFORE `at` (milliseconds): neither the
 * interaction itself nor anything later leaks into its own baseline.
 */
export function baselineBefore(
  past: readonly PastInteraction[],
  { at, touchpoint, channel }: { at: number; touchpoint: string; channel: string },
  settings: ExperienceSettings = usualExperience,
): { group: Baseline | null; all: Baseline | null } {
  const since = at - settings.memorability.baselineDays * dayMs;
  const before = past.filter(
    (one) => one.at < at && one.at >= since && one.v !== null && Math.abs(one.v) <= 1,
  );
  const valences = (some: readonly PastInteraction[]) => some.map(({ v }) => v!);
  return {
    group: baselineOf(
      valences(before.filter((one) => one.touchpoint === touchpoint && one.channel === channel)),
    ),
    all: baselineOf(valences(before)),
  };
}

/** Of the interactions that were measured: how many were irrelevant, and how many left a good memory. */
export function outcomeShares(outcomes: readonly Outcome[]): {
  irrelevant: Proportion;
  memorablePositive: Proportion;
  unknown: number;
} {
  const measured = outcomes.filter((one) => one !== 'unknown');
  const share = (outcome: Outcome) =>
    proportion(measured.filter((one) => one === outcome).length, measured.length);
  return {
    irrelevant: share('irrelevant'),
    memorablePositive: share('memorable_positive'),
    unknown: outcomes.length - measured.length,
  };
}

/** Is somebody fading? Three irrelevant interactions in a row (unknown ones do not break it), or hardly any memory left. */
export function fading(
  { outcomes, strength }: { outcomes: readonly Outcome[]; strength: number | null },
  settings: ExperienceSettings = usualExperience,
): { fading: boolean; streak: number } {
  const measured = outcomes.filter((one) => one !== 'unknown');
  const lastOther = measured.findLastIndex((one) => one !== 'irrelevant');
  const streak = measured.length - 1 - lastOther;
  const { fadeStreak, fadeStrength } = settings.memorability;
  const weak = measured.length > 0 && strength !== null && strength < fadeStrength;
  return { fading: streak >= fadeStreak || weak, streak };
}
