import type { Evidence } from '#kernel/evidence';
import { proportion } from '#kernel/statistics/proportion';
import { meanOf } from '#kernel/statistics/summary';
import { type PromiseSettings, usualPromises } from './settings.ts';

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
  settings: PromiseSettings = usualPromises,
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
