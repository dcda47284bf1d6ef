import type { Evidence } from '#kernel/evidence';
import { type ExperienceSettings, usualExperience } from './settings.ts';
import { asScore } from './valence.ts';

/** A point of an interaction. */
export interface Moment {
  id?: string;
  /** −1…+1; `null` when it is not known how it was. */
  v: number | null;
  /** Minutes it lasted; `null` when not known: then the usual minutes of its channel count, if there are any. */
  d: number | null;
  channel?: string;
}

/** How it was, minute by minute. */
export interface Experienced {
  /** −1…+1, weighted by duration; `null` without a known moment that lasted. */
  mean: number | null;
  /** Valence × minutes: the only number in which a longer pain is more pain. */
  total: number | null;
  /** `mean` as 0…100. */
  score: number | null;
  /** The share of the duration of which it is known how it was, 0…1. */
  coverage: number;
}

/** What will be remembered of it. */
export interface Remembered {
  /** −1…+1; `null` when no moment is known. */
  value: number | null;
  score: number | null;
  peakIndex: number | null;
  peak: number | null;
  endIndex: number | null;
  end: number | null;
}

/** Both selves of one interaction, case or visit. */
export interface TwoSelves extends Evidence {
  experienced: Experienced;
  remembered: Remembered;
  /** Remembered − experienced, in points of 0…100. */
  gap: number | null;
  /** How many moments are known, of how many. */
  known: number;
  n: number;
}

const isValence = (v: number | null | undefined): v is number => typeof v === 'number' && v >= -1 && v <= 1;

function minutesOf({ d, channel }: Moment, usual: Readonly<Record<string, number>>): number {
  if (typeof d === 'number' && d >= 0 && Number.isFinite(d)) return d;
  return channel !== undefined && Object.hasOwn(usual, channel) ? usual[channel]! : 0;
}

/**
 * The experiencing self: mean = Σ vᵢdᵢ / Σ dᵢ, total = Σ vᵢdᵢ (moment utility and its integral over time: Edgeworth 1881; Kahneman,
 * Wakker & Sarin, QJE 1997). Moments of unknown valence are left out and lower the coverage by their duration.
 */
export function experience(
  moments: readonly Moment[],
  settings: ExperienceSettings = usualExperience,
): Experienced {
  let total = 0;
  let lasted = 0;
  let all = 0;
  for (const moment of moments) {
    const minutes = minutesOf(moment, settings.memory.usualMinutes);
    all += minutes;
    if (!isValence(moment.v)) continue;
    lasted += minutes;
    total += moment.v * minutes;
  }
  if (!(lasted > 0)) return { mean: null, total: null, score: null, coverage: 0 };
  const mean = Math.max(-1, Math.min(1, total / lasted));
  return { mean, total, score: asScore(mean), coverage: lasted / all };
}

/** How much a moment stands out: a bad one counts `negativity` times. */
export const standsOut = (v: number, negativity: number): number => (v < 0 ? negativity : 1) * Math.abs(v);

/**
 * The remembering self: r = w·peak + (1−w)·end, w = ½. The peak is the moment with the largest λ(v)·|v|, λ = 2 for v < 0; of equal ones
 * the later. Durations do not enter (Fredrickson & Kahneman 1993; Kahneman, Fredrickson, Schreiber & Redelmeier 1993;
 * Redelmeier & Kahneman 1996). A meta-analysis of 174 effects (Alaybek et al. 2022) finds it about as good a predictor as the plain
 * mean, so it never replaces `experience`: show both. w and λ are conventions: settings.
 */
export function remember(
  moments: readonly Moment[],
  settings: ExperienceSettings = usualExperience,
): Remembered {
  const { negativity, peakWeight } = settings.memory;
  let peakIndex: number | null = null;
  let endIndex: number | null = null;
  let highest = -1;
  moments.forEach(({ v }, index) => {
    if (!isValence(v)) return;
    endIndex = index;
    const height = standsOut(v, negativity);
    if (height >= highest) {
      highest = height;
      peakIndex = index;
    }
  });
  if (peakIndex === null || endIndex === null)
    return { value: null, score: null, peakIndex: null, peak: null, endIndex: null, end: null };
  const peak = moments[peakIndex]!.v!;
  const end = moments[endIndex]!.v!;
  const value = peakWeight * peak + (1 - peakWeight) * end;
  return { value, score: asScore(value), peakIndex, peak, endIndex, end };
}

/** Both selves of an interaction; moments in the order of time. */
export function twoSelves(
  moments: readonly Moment[],
  settings: ExperienceSettings = usualExperience,
): TwoSelves {
  const experienced = experience(moments, settings);
  const remembered = remember(moments, settings);
  return {
    experienced,
    remembered,
    gap:
      experienced.score === null || remembered.score === null ? null : remembered.score - experienced.score,
    known: moments.filter(({ v }) => isValence(v)).length,
    n: moments.length,
    settings: settings.version,
    from: moments.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
}

/** What would be remembered if it ended with a moment of valence `end`: the briefing for whoever is about to close. */
export const ifItEnded = (
  moments: readonly Moment[],
  end: number,
  settings: ExperienceSettings = usualExperience,
): Remembered => remember([...moments, { v: end, d: null }], settings);
