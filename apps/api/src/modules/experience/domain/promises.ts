import type { Evidence } from '#kernel/evidence';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { known, meanOf } from '#kernel/statistics/summary';
import { type ExperienceSettings, usualExperience } from './settings.ts';

/** A promise: when it was due and when it was done, both on the calendar of the promise (any unit, the same for all). */
export interface Promised {
  id?: string;
  due: number;
  done?: number | null;
  cancelled?: boolean;
}

export type PromiseOutcome = 'kept' | 'broken' | 'open' | 'withdrawn';

export interface PromisesKept extends Evidence {
  kept: number;
  broken: number;
  open: number;
  /** Kept of those that are decided, with Wilson's interval. */
  ratio: number | null;
  lo: number | null;
  hi: number | null;
  /** By how much broken promises overran (so far, for those still not done), in the unit of `due`. */
  meanOverrun: number | null;
}

/** What became of a promise by `asOf`: done when due is kept, not done when overdue is broken. `null` for one without a due time. */
export function outcomeOf({ due, done, cancelled }: Promised, asOf: number): PromiseOutcome | null {
  if (cancelled) return 'withdrawn';
  if (!Number.isFinite(due)) return null;
  if (typeof done === 'number' && Number.isFinite(done) && done <= asOf)
    return done <= due ? 'kept' : 'broken';
  return due < asOf ? 'broken' : 'open';
}

/**
 * Promises kept: kept / (kept + broken), Wilson's interval. Open and not yet due are left out, withdrawn ones ignored. Times
 * are those of the promise's own (business) calendar, not of the machine that counts.
 */
export function promisesKept(
  promises: readonly Promised[],
  asOf: number,
  settings: ExperienceSettings = usualExperience,
): PromisesKept {
  const judged = promises.map((promise) => ({ promise, outcome: outcomeOf(promise, asOf) }));
  const count = (outcome: PromiseOutcome) => judged.filter((one) => one.outcome === outcome).length;
  const [kept, broken] = [count('kept'), count('broken')];
  const { p, lo, hi } = proportion(kept, kept + broken);
  const overruns = judged
    .filter(({ outcome }) => outcome === 'broken')
    .map(({ promise: { due, done } }) => Math.min(done ?? asOf, asOf) - due);
  return {
    kept,
    broken,
    open: count('open'),
    ratio: p,
    lo,
    hi,
    meanOverrun: meanOf(overruns),
    settings: settings.version,
    from: judged.flatMap(({ promise, outcome }) =>
      promise.id !== undefined && (outcome === 'kept' || outcome === 'broken') ? [promise.id] : [],
    ),
  };
}

/** A promise that could be kept, and how surely. */
export interface KeepablePromise extends Proportion {
  promise: number;
}

/**
 * The smallest of `candidates` of which past performance says that it would be kept: the lower bound of Wilson's interval for the share of
 * `actuals` ≤ candidate is at least `target` (a convention: settings, .90). `null` with too little history: three out of three only mean
 * "at least 44 %".
 */
export function keepablePromise(
  actuals: readonly number[],
  candidates: readonly number[],
  target: number = usualExperience.promises.keepableFrom,
): KeepablePromise | null {
  const took = known(actuals);
  for (const promise of known(candidates).sort((a, b) => a - b)) {
    const share = proportion(took.filter((one) => one <= promise).length, took.length);
    if (share.lo !== null && share.lo >= target) return { promise, ...share };
  }
  return null;
}
