import { describe, expect, it } from 'vitest';
import { journeyFigures } from './journey-figures.ts';
import { compareSegments } from './segment.ts';

const stages = ['research', 'choice', 'use'];
const groups = [
  { stage: 'research', next: 'choice', days: [3, 5, 8, 12, 15, 20] },
  { stage: 'research', next: null, days: [5, 10, 20, 30] },
  { stage: 'choice', next: 'use', days: [2] },
];

describe('the figures of a journey', () => {
  it('count those still there: half decide within 15 days, as in the worked case', () => {
    const [research] = journeyFigures(groups, stages);
    expect(research).toMatchObject({ entered: 10, left: 6, medianDays: 15, moved: { k: 6, n: 10 } });
    expect(research!.curve.findLast(({ days }) => days <= 8)!.stay).toBeCloseTo(0.686, 3);
    expect(research!.next).toEqual([
      { stage: 'choice', n: 6, share: 0.6, low: 0.3127, high: 0.8318, medianDays: 10 },
    ]);
  });

  it('say nothing of a stage that nobody entered, and never zero', () => {
    expect(journeyFigures(groups, stages)[2]).toEqual({
      stage: 'use',
      entered: 0,
      left: 0,
      moved: { k: 0, n: 0, p: null, lo: null, hi: null },
      medianDays: null,
      lowDays: null,
      highDays: null,
      curve: [],
      next: [],
    });
  });

  it('keep the first and the last step of a curve of thousands', () => {
    const days = Array.from({ length: 5_000 }, (_, i) => i + 1);
    const [stage] = journeyFigures([{ stage: 'use', next: 'share', days }], ['use']);
    expect(stage!.curve).toHaveLength(60);
    expect(stage!.curve[0]).toEqual({ days: 1, stay: 0.9998 });
    expect(stage!.curve.at(-1)).toEqual({ days: 5_000, stay: 0 });
  });
});

describe('two segments', () => {
  it('are compared by the log-rank test, and one alone by none', () => {
    const two = [
      { stage: 'use', next: 'share', days: [1, 2, 3, 4, 5, 6], segment: 'it' },
      { stage: 'use', next: 'share', days: [20, 21, 22, 23, 24, 25], segment: 'fr' },
      { stage: 'use', next: null, days: [4], segment: null },
    ];
    const [use] = compareSegments(two, ['use']);
    expect(use!.p).toBeLessThan(0.01);
    expect(use!.segments.map(({ segment, n, medianDays }) => [segment, n, medianDays])).toEqual([
      ['fr', 6, 22],
      ['it', 6, 3],
    ]);
    expect(compareSegments(two.slice(0, 1), ['use'])[0]).toMatchObject({ chi2: null, p: null });
  });
});
