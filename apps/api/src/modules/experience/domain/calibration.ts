import { daysBetween } from '#kernel/days';
import { type Bootstrap, bootstrap } from '#kernel/statistics/bootstrap';
import { spearman } from '#kernel/statistics/correlation';
import { customerMemory } from './remembered-customer.ts';
import { type ExperienceSettings, usualExperience } from './settings.ts';
import { experience, type Moment, remember } from './two-selves.ts';

/** An answer to "would you recommend us?", and all that the customer had lived by then. */
export interface AnsweredLife {
  id: string;
  /** Milliseconds. */
  at: number;
  /** 0…10. */
  answer: number;
  episodes: readonly { at: number; salience: number; moments: readonly Moment[] }[];
}

/** A way to make one score of a life: how fast memory fades, how much bad weighs, how much the peak; or no memory at all. */
export type ScoreModel =
  | { kind: 'remembered'; halfLifeDays: number; negativity: number; peakWeight: number }
  | { kind: 'experienced' };

export interface Calibration {
  /** Settings to use: those that came, unless another model is better beyond chance. */
  chosen: ScoreModel;
  why: 'too-few-answers' | 'gain-within-noise' | 'better';
  /** Answers in all, used to choose, held out to report. */
  n: number;
  nChoose: number;
  nReport: number;
  /** Spearman with the held-out answers: of the best found, of the settings that came, of experience alone. */
  best: number | null;
  usual: number | null;
  experienced: number | null;
  /** The gain of the best over the usual on the held-out answers, resampled. */
  gain: Bootstrap | null;
  settings: string;
}

export const halfLives = [14, 30, 60, 90, 180, 365] as const;
export const negativities = [1, 1.5, 2, 2.5, 3] as const;
export const peakWeights = [0.3, 0.5, 0.7] as const;

/** The score that a model gives a life just before its answer: only what ended earlier is seen. */
export function scoreLife(
  life: AnsweredLife,
  model: ScoreModel,
  settings: ExperienceSettings = usualExperience,
): number | null {
  const before = life.episodes.filter(({ at }) => at < life.at);
  if (model.kind === 'experienced')
    return experience(
      before.flatMap(({ moments }) => moments),
      settings,
    ).mean;
  const { halfLifeDays, negativity, peakWeight } = model;
  const tuned = { ...settings, memory: { ...settings.memory, halfLifeDays, negativity, peakWeight } };
  return customerMemory(
    before.map(({ at, salience, moments }) => ({
      r: remember(moments, tuned).value,
      ageDays: daysBetween(at, life.at),
      salience,
    })),
    tuned,
  ).value;
}

/**
 * Does memory predict recommendation better than experience, and with which constants? A grid of half-life, λ and peak weight, and the
 * experienced-only model, is judged by Spearman of the score BEFORE the survey with its answer: the earlier 70 % of time choose, the last
 * 30 % report. What came is kept with fewer than 200 answers, or when the gain on the held-out answers is within the noise of its
 * bootstrap. It may well say that memory does not beat experience here.
 */
export function calibrate(
  lives: readonly AnsweredLife[],
  {
    settings = usualExperience,
    least = 200,
    rounds = 500,
  }: { settings?: ExperienceSettings; least?: number; rounds?: number } = {},
): Calibration {
  const ordered = lives
    .filter(({ at, answer }) => Number.isFinite(at) && answer >= 0 && answer <= 10)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const { halfLifeDays, negativity, peakWeight } = settings.memory;
  const usual: ScoreModel = { kind: 'remembered', halfLifeDays, negativity, peakWeight };
  const cut = Math.floor(ordered.length * 0.7);
  const [choose, report] = [ordered.slice(0, cut), ordered.slice(cut)];
  const pairsOf = (some: readonly AnsweredLife[], model: ScoreModel) =>
    some.flatMap((life) => {
      const score = scoreLife(life, model, settings);
      return score === null ? [] : [[score, life.answer] as const];
    });
  const rho = (pairs: readonly (readonly [number, number])[]) =>
    spearman(
      pairs.map(([score]) => score),
      pairs.map(([, answer]) => answer),
    );
  const judged = {
    n: ordered.length,
    nChoose: choose.length,
    nReport: report.length,
    settings: settings.version,
  };
  const held = (model: ScoreModel) => rho(pairsOf(report, model));
  const experienced: ScoreModel = { kind: 'experienced' };
  if (ordered.length < least)
    return {
      ...judged,
      chosen: usual,
      why: 'too-few-answers',
      best: null,
      gain: null,
      usual: held(usual),
      experienced: held(experienced),
    };

  const models: ScoreModel[] = [usual, experienced];
  for (const h of halfLives)
    for (const n of negativities)
      for (const p of peakWeights)
        models.push({ kind: 'remembered', halfLifeDays: h, negativity: n, peakWeight: p });
  let best: ScoreModel = usual;
  let highest = Number.NEGATIVE_INFINITY;
  for (const model of models) {
    const found = rho(pairsOf(choose, model));
    if (found !== null && found > highest + 1e-12) {
      highest = found;
      best = model;
    }
  }
  const scored = report.map((life) => ({
    answer: life.answer,
    best: scoreLife(life, best, settings),
    usual: scoreLife(life, usual, settings),
  }));
  const both = scored.filter((one) => one.best !== null && one.usual !== null);
  const gain = bootstrap(
    both.length,
    (drawn) => {
      const sample = [...drawn].map((i) => both[i]!);
      const answers = sample.map(({ answer }) => answer);
      const a = spearman(
        sample.map((one) => one.best!),
        answers,
      );
      const b = spearman(
        sample.map((one) => one.usual!),
        answers,
      );
      return a === null || b === null ? null : a - b;
    },
    { rounds },
  );
  const better = gain !== null && gain.lo > 0;
  return {
    ...judged,
    chosen: better ? best : usual,
    why: better ? 'better' : 'gain-within-noise',
    best: held(best),
    usual: held(usual),
    experienced: held(experienced),
    gain,
  };
}
