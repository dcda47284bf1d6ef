import { z95 } from './normal.ts';

/** How long one was watched, and whether what one waits for happened (`false`: still waiting, or lost from sight). */
export interface Stay {
  time: number;
  ended: boolean;
}

/** A step of the curve: the share that is still waiting after `t`, with its 95 % interval (`null` at the very end). */
export interface SurvivalStep {
  t: number;
  atRisk: number;
  events: number;
  S: number;
  lo: number | null;
  hi: number | null;
}

export interface Survival {
  n: number;
  events: number;
  curve: SurvivalStep[];
  /** When half have gone; `null`: more than half are still there. With its 95 % interval, open ends `null`. */
  median: number | null;
  medianLo: number | null;
  medianHi: number | null;
}

/** Stays that can be counted: a finite time of zero or more. */
export const countable = (stays: readonly Stay[]): Stay[] =>
  stays.filter(({ time }) => Number.isFinite(time) && time >= 0);

/**
 * The share that still waits, by time (Kaplan & Meier, JASA 1958): S(t) = Π (1 − dᵢ/nᵢ). Those still waiting count as long
 * as they were watched. Interval: log(−log S) with Greenwood's variance. Who leaves and who is lost at the same time: the
 * leaving comes first.
 */
export function survival(stays: readonly Stay[]): Survival {
  const sorted = countable(stays).sort((a, b) => a.time - b.time);
  const curve: SurvivalStep[] = [];
  let S = 1;
  let greenwood = 0;
  for (let i = 0; i < sorted.length; ) {
    const t = sorted[i]!.time;
    const atRisk = sorted.length - i;
    let events = 0;
    for (; i < sorted.length && sorted[i]!.time === t; i++) if (sorted[i]!.ended) events++;
    if (events === 0) continue;
    S = events === atRisk ? 0 : S * (1 - events / atRisk);
    if (events < atRisk) greenwood += events / (atRisk * (atRisk - events));
    const width = S > 0 && S < 1 ? (z95 * Math.sqrt(greenwood)) / Math.log(S) : null;
    curve.push({
      t,
      atRisk,
      events,
      S,
      lo: width === null ? null : S ** Math.exp(-width),
      hi: width === null ? null : S ** Math.exp(width),
    });
  }
  const firstAt = (reached: (step: SurvivalStep) => boolean) => curve.find(reached)?.t ?? null;
  const half = 0.5 + 1e-12;
  return {
    n: sorted.length,
    events: curve.reduce((sum, step) => sum + step.events, 0),
    curve,
    median: firstAt((step) => step.S <= half),
    medianLo: firstAt((step) => step.S === 0 || (step.lo !== null && step.lo <= half)),
    medianHi: firstAt((step) => step.hi !== null && step.hi <= half),
  };
}

/** S(t), the share still waiting after `t`; 1 before anything happened, `null` when nobody was watched. */
export const survivalAt = ({ n, curve }: Survival, t: number): number | null =>
  n === 0 ? null : (curve.findLast((step) => step.t <= t)?.S ?? 1);

/**
 * Restricted mean: the mean time spent waiting up to `horizon`, the area under the curve (Irwin 1949; Royston & Parmar 2013).
 * `null` when nobody was watched, or not a single one long enough to say anything up to the horizon.
 */
export function restrictedMean({ n, curve }: Survival, horizon: number): number | null {
  if (n === 0 || !(horizon > 0)) return null;
  let area = 0;
  let from = 0;
  let S = 1;
  for (const step of curve) {
    if (step.t >= horizon) break;
    area += S * (step.t - from);
    from = step.t;
    S = step.S;
  }
  return area + S * (horizon - from);
}
