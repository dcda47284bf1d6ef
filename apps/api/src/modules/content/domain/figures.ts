import { proportion } from '#kernel/statistics/proportion';

/** What came of giving content, as people are told: counts, and the share that worked with its interval. */
export interface ContentFigures {
  used: number;
  opened: number;
  tried: number;
  worked: number;
  rate: number | null;
  low: number | null;
  high: number | null;
  windowDays: number;
}

/** Makes the figures of counts; without a matured use there is no share. */
export function figuresOf(
  { used, opened, tried, worked }: Pick<ContentFigures, 'used' | 'opened' | 'tried' | 'worked'>,
  windowDays: number,
): ContentFigures {
  const { p, lo, hi } = proportion(worked, tried);
  return { used, opened, tried, worked, rate: p, low: lo, high: hi, windowDays };
}

/** What moved people, the surest first: by the lower end of the interval, so that one lucky time does not lead. Without what moved nobody. */
export const surest = <Tried extends { id: string; worked: number; tried: number }>(
  tried: readonly Tried[],
  first: number,
): Tried[] =>
  tried
    .filter(({ worked }) => worked > 0)
    .map((one) => ({ one, low: proportion(one.worked, one.tried).lo ?? 0 }))
    .sort((a, b) => b.low - a.low || b.one.tried - a.one.tried || (a.one.id < b.one.id ? -1 : 1))
    .slice(0, first)
    .map(({ one }) => one);
