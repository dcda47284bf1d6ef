import { describe, expect, it } from 'vitest';
import { groupByAverages, type Linkage } from './average-linkage.ts';

/** Three records: a sparse one has as much in common with each of two others as these have not with one another. */
const around = (between: number, profile: Linkage['profile']): number[] => [
  ...groupByAverages(
    [[0], [1], [2]],
    {
      bits: (a, b) => (a === 0 || b === 0 ? 4 : between),
      apart: () => false,
      profile,
    },
    3,
  ),
];

describe('Grouping by averages', () => {
  it('joins all three where averages speak for it', () => {
    expect(around(-2, () => ({ bits: -2, contradicts: false }))).toEqual([0, 0, 0]);
  });

  it('does not make father and son one because a third record fits both', () => {
    expect(around(-2, () => ({ bits: -2, contradicts: true }))).toEqual([0, 0, 2]);
  });

  it('lets a wrong day of birth pass where all else that is known speaks for one person', () => {
    expect(around(-2, () => ({ bits: 5, contradicts: true }))).toEqual([0, 0, 0]);
  });

  it('keeps apart who must be, and together who was said to be one', () => {
    const linkage: Linkage = {
      bits: () => 9,
      apart: (a, b) => a + b === 3,
      profile: () => ({ bits: 9, contradicts: false }),
    };
    expect([...groupByAverages([[0], [1], [2]], linkage, 3)]).toEqual([0, 0, 2]);
    expect([...groupByAverages([[0], [1, 2]], linkage, 4)]).toEqual([0, 0, 0, -1]);
  });
});
