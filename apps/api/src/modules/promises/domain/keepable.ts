import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { known } from '#kernel/statistics/summary';
import { usualPromises } from './settings.ts';

/** A promise that could be kept, and how surely. */
export interface KeepablePromise extends Proportion {
  promise: number;
}

/** How long one thing took; or, while it still waits, how long it has taken so far. */
export interface Performance {
  minutes: number;
  isDone: boolean;
}

/**
 * The share of past cases that took at most `promise`. What still waits counts as too late once it has waited longer, and is left out
 * before: so that those who never got an answer are not forgotten.
 */
export function shareWithin(past: readonly Performance[], promise: number): Proportion {
  const decided = past.filter(
    ({ minutes, isDone }) => Number.isFinite(minutes) && (isDone || minutes > promise),
  );
  const kept = decided.filter(({ minutes, isDone }) => isDone && minutes <= promise).length;
  return proportion(kept, decided.length);
}

/** Each candidate with the share that would have kept it, the shortest first. */
export const candidateShares = (
  past: readonly Performance[],
  candidates: readonly number[],
): KeepablePromise[] =>
  known(candidates)
    .sort((a, b) => a - b)
    .map((promise) => ({ promise, ...shareWithin(past, promise) }));

/** Whether past performance says that a promise would be kept. */
export const isKeepable = ({ lo }: Proportion, target: number = usualPromises.keepableFrom): boolean =>
  lo !== null && lo >= target;

/**
 * The smallest of `candidates` of which past performance says that it would be kept: the lower bound of Wilson's interval for the share of
 * `actuals` ≤ candidate is at least `target` (a convention: settings, .90). `null` with too little history: three out of three only mean
 * "at least 44 %".
 */
export function keepablePromise(
  actuals: readonly number[],
  candidates: readonly number[],
  target: number = usualPromises.keepableFrom,
): KeepablePromise | null {
  const past = known(actuals).map((minutes) => ({ minutes, isDone: true }));
  return candidateShares(past, candidates).find((share) => isKeepable(share, target)) ?? null;
}
