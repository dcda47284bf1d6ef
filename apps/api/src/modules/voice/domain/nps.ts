import type { Evidence } from '#kernel/evidence';
import { type Bootstrap, bootstrap } from '#kernel/statistics/bootstrap';
import { twoSidedP, z95 } from '#kernel/statistics/normal';
import { usualVoice, type VoiceSettings } from './settings.ts';

/** Answers 0…10 to "would you recommend us?": 9–10, 7–8, 0–6. */
export interface Recommenders {
  promoters: number;
  passives: number;
  detractors: number;
}

export interface Nps {
  n: number;
  /** −100…100; `null` without answers. */
  nps: number | null;
  /** The centre of the interval, drawn to 0 by three imagined answers. */
  center: number | null;
  lo: number | null;
  hi: number | null;
  /** Plain standard error, for differences. */
  waldSe: number | null;
  /** `none`: no answers. `counts`: too few for a score to be shown. `provisional`, `settled`. */
  standing: 'none' | 'counts' | 'provisional' | 'settled';
  settings: string;
}

const whole = (n: number): number => (Number.isSafeInteger(n) && n > 0 ? n : 0);

/** Sorts answers into promoters, passives and detractors; what is not a whole number 0…10 is no answer. */
export function recommendersOf(answers: readonly (number | null)[]): Recommenders {
  const given = answers.filter((one): one is number => Number.isInteger(one) && one! >= 0 && one! <= 10);
  const promoters = given.filter((one) => one >= 9).length;
  const detractors = given.filter((one) => one <= 6).length;
  return { promoters, passives: given.length - promoters - detractors, detractors };
}

/**
 * Net promoter score, 100 (P − D) / n, with the adjusted Wald 95 % interval (Rocks, The American Statistician 2016): n' = n + 3,
 * P' = P + ¾, D' = D + ¾, p' − d' ± z √((p' + d' − (p' − d')²) / n').
 */
export function npsOf(
  { promoters, passives, detractors }: Recommenders,
  settings: VoiceSettings = usualVoice,
): Nps {
  const [p, d] = [whole(promoters), whole(detractors)];
  const n = p + whole(passives) + d;
  if (n === 0)
    return {
      n,
      nps: null,
      center: null,
      lo: null,
      hi: null,
      waldSe: null,
      standing: 'none',
      settings: settings.version,
    };
  const share = (p - d) / n;
  const more = n + 3;
  const [pMore, dMore] = [(p + 0.75) / more, (d + 0.75) / more];
  const center = pMore - dMore;
  const half = z95 * Math.sqrt((pMore + dMore - center ** 2) / more);
  return {
    n,
    nps: 100 * share,
    center: 100 * center,
    lo: Math.max(-100, 100 * (center - half)),
    hi: Math.min(100, 100 * (center + half)),
    waldSe: 100 * Math.sqrt(Math.max(0, (p + d) / n - share ** 2) / n),
    standing: n < settings.least ? 'counts' : n < settings.settled ? 'provisional' : 'settled',
    settings: settings.version,
  };
}

/** The score of answers that are known one by one: the same, with the ids of those that count. */
export function npsOfAnswers(
  answers: readonly { id: string; value: number | null }[],
  settings: VoiceSettings = usualVoice,
): Nps & Evidence {
  const counted = answers.filter(({ value }) => Number.isInteger(value) && value! >= 0 && value! <= 10);
  const nps = npsOf(recommendersOf(counted.map(({ value }) => value)), settings);
  return { ...nps, from: counted.map(({ id }) => id) };
}

/** The same interval by resampling the answers (2000 rounds, seed 42); `null` without answers. */
export function npsBootstrap({ promoters, passives, detractors }: Recommenders): Bootstrap | null {
  const [p, m, d] = [whole(promoters), whole(passives), whole(detractors)];
  const n = p + m + d;
  return bootstrap(n, (drawn) => {
    let sum = 0;
    for (const i of drawn) sum += i < p ? 1 : i < p + m ? 0 : -1;
    return (100 * sum) / n;
  });
}

/**
 * The change from one independent set of answers to another: difference, its standard error, z, two-sided p and 95 % interval.
 * `null` when one of them has no answers; z and p `null` when all answers are alike.
 */
export function npsDifference(before: Recommenders, after: Recommenders) {
  const [a, b] = [npsOf(before), npsOf(after)];
  if (a.nps === null || b.nps === null) return null;
  const diff = b.nps - a.nps;
  const se = Math.hypot(a.waldSe!, b.waldSe!);
  const z = se > 0 ? diff / se : null;
  return { diff, se, z, p: z === null ? null : twoSidedP(z), lo: diff - z95 * se, hi: diff + z95 * se };
}
