import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { type Stay, survival } from '#kernel/statistics/survival';

/** Stays in a stage that went on to the same next stage, or to none yet: how long each was, in days. */
export interface StayGroup {
  stage: string;
  next: string | null;
  days: readonly number[];
}

/** A step of the curve of those still there: after `days` the share `stay` is left. */
export interface CurveStep {
  days: number;
  stay: number;
}

/** Where people go from a stage. */
export interface NextStage {
  stage: string;
  n: number;
  share: number | null;
  low: number | null;
  high: number | null;
  /** Half of those who went there had gone after so many days. */
  medianDays: number | null;
}

/** What is known of a stage from everybody who was ever in it. */
export interface StageFigures {
  stage: string;
  /** How many times it was entered, and left. */
  entered: number;
  left: number;
  /** The share of the times it was entered that it was left for another stage. */
  moved: Proportion;
  /** Kaplan–Meier, those still there counted: half have left after so many days; `null`: more than half are still there. */
  medianDays: number | null;
  lowDays: number | null;
  highDays: number | null;
  curve: CurveStep[];
  next: NextStage[];
}

const round = (value: number, by: number): number => Math.round(value * by) / by;
const days = (value: number | null): number | null => (value === null ? null : round(value, 100));
const share = (value: number | null): number | null => (value === null ? null : round(value, 10_000));

const mostSteps = 60;

// A curve of a hundred thousand steps says no more to the eye than one of sixty; the last step is kept.
function thinned(curve: readonly CurveStep[]): CurveStep[] {
  if (curve.length <= mostSteps) return [...curve];
  return Array.from(
    { length: mostSteps },
    (_, i) => curve[Math.round((i * (curve.length - 1)) / (mostSteps - 1))]!,
  );
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * The figures of each stage, in the order of the map. Transitions are shares of the times a stage was entered: those still there count.
 * Times are Kaplan–Meier's, for the mean of those who left forgets everybody who is stuck. A stage that nobody entered says null, never 0.
 */
export function journeyFigures(groups: readonly StayGroup[], stages: readonly string[]): StageFigures[] {
  return stages.map((stage) => {
    const own = groups.filter((group) => group.stage === stage);
    const stays: Stay[] = own.flatMap((group) =>
      group.days.map((time) => ({ time, ended: group.next !== null })),
    );
    const left = stays.filter(({ ended }) => ended).length;
    const curve = survival(stays);
    const next = own
      .flatMap((group) => (group.next === null ? [] : [{ ...group, next: group.next }]))
      .map((group): NextStage => {
        const { p, lo, hi } = proportion(group.days.length, stays.length);
        return {
          stage: group.next,
          n: group.days.length,
          share: share(p),
          low: share(lo),
          high: share(hi),
          medianDays: days(medianOf(group.days)),
        };
      })
      .sort((a, b) => b.n - a.n || stages.indexOf(a.stage) - stages.indexOf(b.stage));
    return {
      stage,
      entered: stays.length,
      left,
      moved: proportion(left, stays.length),
      medianDays: days(curve.median),
      lowDays: days(curve.medianLo),
      highDays: days(curve.medianHi),
      curve: thinned(curve.curve.map(({ t, S }) => ({ days: round(t, 100), stay: round(S, 10_000) }))),
      next,
    };
  });
}
