import { dayMs } from '#kernel/days';
import { type Beta, probabilityBelowFraction, probabilityBest } from '#kernel/statistics/compare-betas';
import { type ContentSettings, usualContent } from './settings.ts';

/** A use of content, and whether it did what it was for. */
export interface Trial {
  arm: string;
  /** Milliseconds. */
  shownAt: number;
  rewardedAt: number | null;
}

/** Matured trials of an arm. */
export interface Tally {
  successes: number;
  failures: number;
}

/**
 * Counts trials by arm as of a time: a reward within the window is a success, a window that is over without one a failure; a trial
 * whose window is still open is neither.
 */
export function matured(
  trials: readonly Trial[],
  { asOf, windowDays }: { asOf: number; windowDays: number },
): Map<string, Tally & { open: number }> {
  const tallies = new Map<string, Tally & { open: number }>();
  for (const { arm, shownAt, rewardedAt } of trials) {
    if (!(shownAt <= asOf)) continue;
    const tally = tallies.get(arm) ?? { successes: 0, failures: 0, open: 0 };
    const until = shownAt + windowDays * dayMs;
    if (rewardedAt !== null && rewardedAt >= shownAt && rewardedAt <= Math.min(until, asOf))
      tally.successes += 1;
    else if (until <= asOf) tally.failures += 1;
    else tally.open += 1;
    tallies.set(arm, tally);
  }
  return tallies;
}

const count = (n: number): number => (Number.isFinite(n) && n > 0 ? n : 0);

/**
 * What is believed of an arm: Beta(1 + s, 1 + f). With fewer than 30 trials it leans on the rate of its stage: as many imagined trials
 * at that rate as are missing to 30, and never more than the stage has seen.
 */
export function beliefOf(
  tally: Tally,
  stage: Tally = { successes: 0, failures: 0 },
  settings: ContentSettings = usualContent,
): Beta {
  const [s, f] = [count(tally.successes), count(tally.failures)];
  const [stageS, stageF] = [count(stage.successes), count(stage.failures)];
  const seen = stageS + stageF;
  const imagined = Math.min(seen, Math.max(0, settings.trustedFrom - s - f));
  const rate = seen > 0 ? stageS / seen : 0;
  return [1 + s + imagined * rate, 1 + f + imagined * (1 - rate)];
}

/** How often each arm is to be served. */
export interface Serving {
  /** P(this arm is the best). */
  pBest: number[];
  /** The propensity: (1 − ε)·pBest + ε/K. It sums to 1 and is never below ε/K, so no weight can exceed K/ε. */
  serve: number[];
}

/**
 * Thompson sampling (Thompson, Biometrika 1933; Russo et al. 2018) with an exploration guard. `null` without an arm, or with one of
 * which the belief makes no sense.
 */
export function servingOf(beliefs: readonly Beta[], explore: number = usualContent.explore): Serving | null {
  const pBest = probabilityBest(beliefs);
  if (!pBest || !(explore > 0 && explore <= 1)) return null;
  return { pBest, serve: pBest.map((p) => (1 - explore) * p + explore / beliefs.length) };
}

/** The arms to stop: those of which P(rate < half of the best arm's) is above .99. The best one never stops. */
export function hopeless(beliefs: readonly Beta[], settings: ContentSettings = usualContent): boolean[] {
  const means = beliefs.map(([a, b]) => a / (a + b));
  const best = means.indexOf(Math.max(...means));
  return beliefs.map(
    (belief, i) =>
      i !== best &&
      (probabilityBelowFraction(belief, beliefs[best]!, settings.stopFraction) ?? 0) > settings.stopAbove,
  );
}
