import { dayMs } from '#kernel/days';
import type { Baseline } from './memorability.ts';

/** The week a moment is in, Mondays, counted from that of 5 January 1970; its baseline is made of what was before it began. */
export const weekOf = (at: number): number => Math.floor((at / dayMs - 4) / 7);

/** What was usual before one week: a line of the table of baselines. */
export interface UsualLine {
  /** `wait`: minutes until an answer (median, by channel); `valence`: how interactions went; `gap`: days between purchases. */
  measure: 'wait' | 'valence' | 'gap';
  /** Empty for all of them together. */
  touchpoint: string;
  channel: string;
  week: number;
  n: number;
  mean: number;
  sd: number;
}

/** What was usual, by week. */
export interface Usual {
  /** Minutes until an answer at this channel. */
  wait(channel: string, at: number): { minutes: number; n: number } | null;
  /** How it went at this touchpoint and channel. */
  group(touchpoint: string, channel: string, at: number): Baseline | null;
  /** How it went everywhere. */
  all(at: number): Baseline | null;
  /** Days between purchases of those who bought more than once. */
  gap(at: number): number | null;
}

const keyOf = (measure: string, touchpoint: string, channel: string, week: number): string =>
  `${measure} ${week} ${touchpoint} ${channel}`;

/** Lines of the table, to be asked. Before the first measuring there are none, and nothing is surprising. */
export function usualOf(lines: readonly UsualLine[]): Usual {
  const known = new Map(
    lines.map((line) => [keyOf(line.measure, line.touchpoint, line.channel, line.week), line]),
  );
  const at = (measure: UsualLine['measure'], touchpoint: string, channel: string, time: number) =>
    known.get(keyOf(measure, touchpoint, channel, weekOf(time)));
  const baseline = (line: UsualLine | undefined): Baseline | null =>
    line ? { n: line.n, mean: line.mean, sd: line.sd } : null;
  return {
    wait(channel, time) {
      const line = at('wait', '', channel, time);
      return line ? { minutes: line.mean, n: line.n } : null;
    },
    group: (touchpoint, channel, time) => baseline(at('valence', touchpoint, channel, time)),
    all: (time) => baseline(at('valence', '', '', time)),
    gap: (time) => at('gap', '', '', time)?.mean ?? null,
  };
}

/** Nothing is known of what is usual. */
export const nothingUsual: Usual = usualOf([]);
