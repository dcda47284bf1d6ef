import { type Proportion, proportion } from '#kernel/statistics/proportion';

/** A prediction about something that happens or not, and whether it did. */
export interface Judged {
  /** 0…1. */
  predicted: number;
  happened: boolean;
}

/** Predictions of about the same size, and how many of them came true. */
export interface CalibrationStep {
  predicted: number;
  actual: Proportion;
}

/** How well the predictions of one kind were borne out. */
export interface Calibration {
  n: number;
  /** What was predicted on average, and what happened. */
  predicted: number | null;
  actual: Proportion;
  /** Mean squared distance of prediction and outcome, 0…1; .25 is as good as tossing a coin. */
  brier: number | null;
  steps: CalibrationStep[];
}

const meanOf = (some: readonly Judged[]): number =>
  some.reduce((sum, { predicted }) => sum + predicted, 0) / some.length;
const actualOf = (some: readonly Judged[]): Proportion =>
  proportion(some.filter(({ happened }) => happened).length, some.length);

/** Lays predictions in steps of equal width (0–20 %, 20–40 % …) beside what happened; predictions off their scale are no predictions. */
export function calibrationLine(judged: readonly Judged[], width = 0.2): Calibration {
  const known = judged.filter(({ predicted }) => predicted >= 0 && predicted <= 1);
  const stepOf = ({ predicted }: Judged) =>
    Math.min(Math.ceil(1 / width) - 1, Math.floor(predicted / width + 1e-9));
  const steps = new Map<number, Judged[]>();
  for (const one of known) steps.set(stepOf(one), [...(steps.get(stepOf(one)) ?? []), one]);
  return {
    n: known.length,
    predicted: known.length > 0 ? meanOf(known) : null,
    actual: actualOf(known),
    brier:
      known.length > 0
        ? known.reduce((sum, one) => sum + (one.predicted - (one.happened ? 1 : 0)) ** 2, 0) / known.length
        : null,
    steps: [...steps]
      .sort(([a], [b]) => a - b)
      .map(([, some]) => ({ predicted: meanOf(some), actual: actualOf(some) })),
  };
}

/** So many things predicted alike, of which so many happened. */
export const judgedAlike = (predicted: number, { k, n }: Pick<Proportion, 'k' | 'n'>): Judged[] =>
  Array.from({ length: n }, (_, place) => ({ predicted, happened: place < k }));
