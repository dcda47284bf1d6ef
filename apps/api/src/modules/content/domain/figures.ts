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
