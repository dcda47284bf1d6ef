import { type ExperienceSettings, usualExperience } from './settings.ts';

/** An answer to a survey on its own scale: satisfaction 1…5, effort 1…7, thumb −1 or +1, recommendation 0…10. */
export interface SurveyAnswer {
  kind: 'csat5' | 'ces7' | 'thumb' | 'nps';
  value: number;
}

/** What was observed of a moment. Every signal may be missing. */
export interface MomentSignals {
  survey?: SurveyAnswer | null;
  resolution?: 'first_contact' | 'resolved_later' | 'reopened' | 'unresolved' | null;
  /** "Compared with what you expected": −2 much worse … +2 much better. */
  expectation?: number | null;
  /** Sentiment of the text, −1…+1. */
  sentiment?: number | null;
  /** Minutes waited, and minutes promised or usual; without either promise or usual time the wait says nothing. */
  wait?: { expected: number | null; actual: number } | null;
  effort?: { handoffs: number; switches: number; repeats: number } | null;
}

export type SignalKind = keyof ExperienceSettings['valence']['weights'];

/** How good or bad a moment was. */
export interface Valence {
  /** −1 (as bad as it gets) … +1; `null` when nothing is known. */
  valence: number | null;
  /** The share of the weight of all signals that was present, 0…1. */
  coverage: number;
  /** Each signal on the common scale. */
  parts: Partial<Record<SignalKind, number>>;
  /** What each signal adds to the valence; they sum to it. */
  contributions: Partial<Record<SignalKind, number>>;
  settings: string;
}

const between = (value: unknown, low: number, high: number): number | null =>
  typeof value === 'number' && value >= low && value <= high ? value : null;
const whole = (value: number | null): number | null => (Number.isInteger(value) ? value : null);
const count = (value: unknown): number => between(value, 0, 1e6) ?? 0;

function surveyPart(answer: SurveyAnswer, nps: readonly number[]): number | null {
  switch (answer.kind) {
    case 'csat5': {
      const value = between(answer.value, 1, 5);
      return value === null ? null : (value - 3) / 2;
    }
    case 'ces7': {
      const value = between(answer.value, 1, 7);
      return value === null ? null : (value - 4) / 3;
    }
    case 'thumb':
      return answer.value === 1 || answer.value === -1 ? answer.value : null;
    case 'nps': {
      const value = whole(between(answer.value, 0, 10));
      return value === null ? null : nps[value]!;
    }
    default:
      return null;
  }
}

function waitPart({ expected, actual }: { expected: number | null; actual: number }): number | null {
  if (between(actual, 0, 1e9) === null || expected === null || !(between(expected, 0, 1e9)! > 0)) return null;
  return actual === 0 ? 1 : Math.max(-1, Math.min(1, Math.log2(expected / actual)));
}

/**
 * The valence of a moment: v = Σ w·s / Σ w over the signals that are present, coverage = Σ w present / Σ w.
 * Survey: linear to −1…+1, recommendation by a table. Expectation: halved (expectation–disconfirmation, Oliver, JMR 1980).
 * Wait: log₂(expected / actual) held in −1…+1, so twice as slow as promised is −1. Effort only hurts (Dixon, Freeman & Toman, HBR
 * 2010): −min(1, obstacles / 3), and none is no signal. An answer outside its scale is no signal. Weights, table and
 * resolutions are conventions: settings.
 */
export function valenceOf(signals: MomentSignals, settings: ExperienceSettings = usualExperience): Valence {
  const { weights, nps, resolution, worstEffort } = settings.valence;
  const effort = signals.effort
    ? count(signals.effort.handoffs) + count(signals.effort.switches) + count(signals.effort.repeats)
    : 0;
  const expectation = between(signals.expectation, -2, 2);
  const heard: Record<SignalKind, number | null> = {
    survey: signals.survey ? surveyPart(signals.survey, nps) : null,
    resolution:
      signals.resolution && Object.hasOwn(resolution, signals.resolution)
        ? resolution[signals.resolution]
        : null,
    expectation: expectation === null ? null : expectation / 2,
    sentiment: between(signals.sentiment, -1, 1),
    wait: signals.wait ? waitPart(signals.wait) : null,
    effort: effort > 0 ? -Math.min(1, effort / worstEffort) : null,
  };
  const parts: Valence['parts'] = {};
  const contributions: Valence['contributions'] = {};
  let [total, weighed, all] = [0, 0, 0];
  for (const kind of Object.keys(weights) as SignalKind[]) all += weights[kind];
  for (const kind in heard) {
    const part = heard[kind as SignalKind];
    const weight = weights[kind as SignalKind];
    if (part === null || !(weight > 0)) continue;
    parts[kind as SignalKind] = part;
    total += weight;
    weighed += weight * part;
  }
  for (const kind in parts)
    contributions[kind as SignalKind] = (weights[kind as SignalKind] * parts[kind as SignalKind]!) / total;
  return {
    valence: total > 0 ? weighed / total : null,
    coverage: total / all,
    parts,
    contributions,
    settings: settings.version,
  };
}

/** A valence −1…+1 as people read it, 0…100; unknown stays unknown. */
export const asScore = (valence: number | null): number | null =>
  valence === null ? null : 50 * (1 + valence);
