import { daysBetween } from '#kernel/days';
import { type LogRank, logRank } from '#kernel/statistics/log-rank';
import { restrictedMean, type Stay, type Survival, survival } from '#kernel/statistics/survival';

/** A stretch in a stage, in milliseconds; `to` is missing while they are still there. */
export interface StageStay {
  id?: string;
  stage: string;
  from: number;
  to: number | null;
  /** What is compared: a segment, a source, a campaign. */
  segment?: string;
}

export interface TimeInStage extends Survival {
  /** The mean of the first `horizon` days that is spent there. */
  restrictedMeanDays: number | null;
  horizon: number;
  /** Do the segments differ? `null` with fewer than two. */
  segments: LogRank<string> | null;
  /** Ids of the stays it came from. */
  from: readonly string[];
}

/**
 * How long people stay in a stage, in days: Kaplan–Meier, those still there at `asOf` counted as far as they were watched. The mean of those who
 * left forgets everybody who is stuck. What began after `asOf` is not seen; what ended after it had not ended then.
 */
export function timeInStage(
  stays: readonly StageStay[],
  { stage, asOf, horizon }: { stage: string; asOf: number; horizon: number },
): TimeInStage {
  const seen = stays.filter((stay) => stay.stage === stage && stay.from <= asOf);
  const watched = seen.map(({ from, to, segment }): Stay & { group: string } => {
    const ended = to !== null && to <= asOf;
    return { time: daysBetween(from, ended ? to : asOf), ended, group: segment ?? '' };
  });
  const curve = survival(watched);
  const groups = new Set(watched.map(({ group }) => group));
  return {
    ...curve,
    restrictedMeanDays: restrictedMean(curve, horizon),
    horizon,
    segments: groups.size > 1 ? logRank(watched) : null,
    from: seen.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
}
