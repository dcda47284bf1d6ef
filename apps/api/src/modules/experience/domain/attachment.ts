import { halved } from '#kernel/days';
import type { Evidence } from '#kernel/evidence';
import { known, meanOf, medianOf } from '#kernel/statistics/summary';
import { type ExperienceSettings, usualExperience } from './settings.ts';

export type AttachmentPart = keyof ExperienceSettings['attachment']['weights'];

/** What is observed of a customer's ties to us: behaviour only, no answers to surveys. Everything may be missing. */
export interface Ties {
  /** 0…1, from `behaviourOf`. */
  behaviour?: number | null;
  memorablePos?: number | null;
  memorableNeg?: number | null;
  /** Shares 0…1: contacts on the preferred channel, promises kept, contacts in which nothing was asked twice. */
  preferredChannelShare?: number | null;
  promiseKept?: number | null;
  noRepeatShare?: number | null;
  orders?: number | null;
  /** Orders returned, refunded, cancelled or complained about within 30 days. */
  regretted?: number | null;
  /** Distinct good memories of service that they came back to within 180 days. */
  anchors?: number | null;
  /** Referrals and public good reviews of twelve months. */
  advocacyActs?: number | null;
  /** Ids of the events behind all this. */
  from?: readonly string[];
}

export interface Attachment extends Evidence {
  /** 0…100; `null` when nothing is known. */
  score: number | null;
  /** The score drawn to the population's mean by what is not known: rank and alert on this one. */
  shrunk: number;
  /** The share of the weights of which something is known, 0…1. */
  coverage: number;
  parts: Partial<Record<AttachmentPart, number>>;
  /** Points that each part adds to the score; they sum to it. */
  contrib: Partial<Record<AttachmentPart, number>>;
}

const share = (value: number | null | undefined): number | null =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : null;
const count = (value: number | null | undefined): number | null =>
  typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : null;
/** 1 − 2⁻ⁿ: the first counts most. */
const saturating = (n: number | null): number | null => (n === null ? null : 1 - 2 ** -n);

function association(good: number | null, bad: number | null): number | null {
  const n = (good ?? 0) + (bad ?? 0);
  return n === 0 ? null : ((good ?? 0) + 1) / (n + 2);
}

/**
 * Attachment 0…100: 100 · Σ w·x / Σ w over the parts that are known. Association (m⁺+1)/(m⁺+m⁻+2); centred: mean of preferred
 * channel, promises kept, nothing asked twice; no regret 1 − (regretted+1)/(orders+10); anchors and advocacy 1 − 2⁻ⁿ.
 * shrunk = coverage·score + (1−coverage)·mean of the population. All weights are conventions: settings.
 */
export function attachmentOf(ties: Ties, settings: ExperienceSettings = usualExperience): Attachment {
  const { weights, populationMean, regretPrior } = settings.attachment;
  const orders = count(ties.orders);
  const regretted = Math.min(orders ?? 0, count(ties.regretted) ?? 0);
  const values: Record<AttachmentPart, number | null> = {
    behaviour: share(ties.behaviour),
    association: association(count(ties.memorablePos), count(ties.memorableNeg)),
    centred: meanOf(
      known([share(ties.preferredChannelShare), share(ties.promiseKept), share(ties.noRepeatShare)]),
    ),
    no_regret: orders ? 1 - (regretted + 1) / (orders + regretPrior) : null,
    anchors: saturating(count(ties.anchors)),
    advocacy: saturating(count(ties.advocacyActs)),
  };
  const present = (Object.entries(values) as [AttachmentPart, number | null][]).filter(
    (one): one is [AttachmentPart, number] => one[1] !== null && weights[one[0]] > 0,
  );
  const total = present.reduce((sum, [part]) => sum + weights[part], 0);
  const all = Object.values(weights).reduce((sum, one) => sum + one, 0);
  const coverage = total / all;
  const score =
    total > 0 ? (100 * present.reduce((sum, [part, x]) => sum + weights[part] * x, 0)) / total : null;
  return {
    score,
    shrunk: coverage * (score ?? populationMean) + (1 - coverage) * populationMean,
    coverage,
    parts: Object.fromEntries(present),
    contrib: Object.fromEntries(present.map(([part, x]) => [part, (100 * weights[part] * x) / total])),
    settings: settings.version,
    from: ties.from ?? [],
  };
}

/**
 * Are they in their own rhythm? 2^−max(0, days since / median gap − 1): 1 while in time, ½ when one gap overdue. Without gaps of their own
 * the cohort's median counts; without that `null`.
 */
export function rhythmOf(
  daysSince: number,
  gaps: readonly number[],
  cohortGap?: number | null,
): number | null {
  const own = medianOf(known(gaps).filter((gap) => gap > 0));
  const gap = own ?? (typeof cohortGap === 'number' && cohortGap > 0 ? cohortGap : null);
  if (gap === null || !(daysSince >= 0) || !Number.isFinite(daysSince)) return null;
  return halved(Math.max(0, daysSince / gap - 1), 1);
}

/**
 * The behaviour part, 0…1: P(alive) · min(1, purchases expected in 90 days / the cohort's 75th percentile) while the model of repeat
 * buying passes its gate, else the rhythm.
 */
export function behaviourOf(
  model: {
    passed: boolean;
    alive: number | null;
    expected90: number | null;
    cohortUpper: number | null;
  } | null,
  rhythm: number | null,
): { value: number | null; by: 'model' | 'rhythm' | null } {
  const alive = share(model?.alive);
  const expected = count(model?.expected90);
  const upper = count(model?.cohortUpper);
  if (model?.passed && alive !== null && expected !== null && upper)
    return { value: alive * Math.min(1, expected / upper), by: 'model' };
  return { value: share(rhythm), by: share(rhythm) === null ? null : 'rhythm' };
}
