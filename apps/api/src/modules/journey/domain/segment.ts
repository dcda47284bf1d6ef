import { type LogRank, logRank } from '#kernel/statistics/log-rank';
import { survival } from '#kernel/statistics/survival';
import type { StayGroup } from './journey-figures.ts';

/** By what segments are told apart. */
export const splits = ['country', 'language', 'owner', 'email-consent'] as const;
export type Split = (typeof splits)[number];

/** How long the people of one segment stay in a stage. */
export interface SegmentStay {
  segment: string | null;
  n: number;
  left: number;
  medianDays: number | null;
}

/** Whether segments leave a stage at different speeds. */
export interface StageComparison {
  stage: string;
  segments: SegmentStay[];
  /** χ² of the log-rank test and what chance gives at least as much; `null` where nothing can be compared. */
  chi2: number | null;
  p: number | null;
}

const most = 6;

/** Compares the largest segments of each stage: at most six, for a test over hundreds of owners says nothing. */
export function compareSegments(
  groups: readonly (StayGroup & { segment: string | null })[],
  stages: readonly string[],
): StageComparison[] {
  return stages.map((stage) => {
    const own = new Map<string, { time: number; ended: boolean }[]>();
    for (const group of groups) {
      if (group.stage !== stage || group.segment === null) continue;
      const stays = own.get(group.segment) ?? [];
      for (const time of group.days) stays.push({ time, ended: group.next !== null });
      own.set(group.segment, stays);
    }
    const largest = [...own]
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .slice(0, most);
    const rank: LogRank<string> = logRank(
      largest.flatMap(([group, stays]) => stays.map((stay) => ({ ...stay, group }))),
    );
    return {
      stage,
      segments: largest.map(([segment, stays]) => ({
        segment,
        n: stays.length,
        left: stays.filter(({ ended }) => ended).length,
        medianDays: survival(stays).median,
      })),
      chi2: rank.chi2,
      p: rank.p,
    };
  });
}
