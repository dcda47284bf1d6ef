import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../near.ts';
import { bootstrap } from './bootstrap.ts';
import { expectedLoss, probabilityBest, probabilityGreater } from './compare-betas.ts';
import { midRanks, pearson, spearman } from './correlation.ts';
import { minimise } from './minimise.ts';
import { proportion } from './proportion.ts';
import { seeded } from './seeded.ts';
import { solveLinear } from './solve.ts';
import { meanInterval, nearestRank, quantileOf } from './summary.ts';
import rng from './vectors/rng.json' with { type: 'json' };
import wilson from './vectors/wilson.json' with { type: 'json' };

describe('a share and its interval', () => {
  it.each(wilson.cases.map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
    expect(differences(proportion(input.k, input.n), expected, wilson.tolerance)).toEqual([]);
  });

  it('holds the share, stays between 0 and 1, and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (k, others) => {
        fc.pre(k + others > 0);
        const { p, lo, hi } = proportion(k, k + others);
        expect(lo! >= 0 && lo! <= p! && p! <= hi! && hi! <= 1).toBe(true);
        const more = proportion(k * 4, (k + others) * 4);
        expect(more.hi! - more.lo!).toBeLessThan(hi! - lo!);
      }),
    );
  });

  it.each([
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
    [1, Number.POSITIVE_INFINITY],
  ])('is no data when the counts make no sense (%d of %d)', (k, n) => {
    expect(proportion(k, n)).toEqual({ k: 0, n: 0, p: null, lo: null, hi: null });
  });
});

describe('chance that is none', () => {
  it.each(rng.cases.map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
    const draw = seeded(input.seed);
    expect(expected.map(() => draw())).toEqual(expected);
  });

  it('resamples the same way every time', () => {
    const values = [1, 5, 2, 8];
    const mean = (drawn: Int32Array) => [...drawn].reduce((sum, i) => sum + values[i]!, 0) / drawn.length;
    expect(bootstrap(4, mean)).toEqual(bootstrap(4, mean));
    expect(bootstrap(0, mean)).toBeNull();
    expect(bootstrap(4, () => null)).toBeNull();
  });
});

describe('summaries', () => {
  it('say nothing of nothing', () => {
    expect(quantileOf([], 0.5)).toBeNull();
    expect(nearestRank([], 0.5)).toBeNull();
    expect(meanInterval([])).toEqual({ n: 0, mean: null, lo: null, hi: null });
    expect(meanInterval([3])).toEqual({ n: 1, mean: 3, lo: null, hi: null });
  });

  it('give a mean its interval', () => {
    // t.test(c(1, 2, 3, 4, 5)) of R
    expect(
      differences(meanInterval([1, 2, 3, 4, 5]), { mean: 3, lo: 1.036756838522439, hi: 4.963243161477561 }),
    ).toEqual([]);
  });

  it('share ranks among equals', () => {
    expect(midRanks([10, 20, 10, 30])).toEqual([1.5, 3, 1.5, 4]);
    expect(pearson([1, 1], [1, 2])).toBeNull();
    expect(spearman([1, 2, 3], [10, 100, 1000])).toBeCloseTo(1, 14);
  });
});

describe('solving and searching', () => {
  it('finds what makes a system true, and says when nothing does', () => {
    expect(
      solveLinear(
        [
          [0, 2],
          [3, 1],
        ],
        [4, 5],
      ),
    ).toEqual([1, 2]);
    expect(
      solveLinear(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toBeNull();
  });

  it('finds the bottom of a banana', () => {
    const found = minimise(([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2, [-1.2, 1]);
    expect(differences(found.at, [1, 1], 1e-6)).toEqual([]);
  });

  it('does not fall into a hole that is not a number', () => {
    const found = minimise(([x]) => (x! < 0 ? Number.NaN : (x! - 2) ** 2), [0.5]);
    expect(found.at[0]).toBeCloseTo(2, 6);
  });
});

describe('which share is higher', () => {
  it('agrees whether it sums or integrates', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (a, b, c) => {
          const summed = probabilityGreater([a, b], [c, 30])!;
          const integrated = probabilityGreater([a + 1e-12, b], [c, 30])!;
          expect(Math.abs(summed - integrated)).toBeLessThan(1e-9);
          expect(summed + probabilityGreater([c, 30], [a, b])!).toBeCloseTo(1, 9);
          expect(
            probabilityBest([
              [a, b],
              [c, 30],
            ])![0],
          ).toBeCloseTo(summed, 9);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('does not know it of beliefs that are none', () => {
    expect(probabilityGreater([0, 1], [1, 1])).toBeNull();
    expect(expectedLoss([1, Number.NaN], [1, 1])).toBeNull();
    expect(probabilityBest([])).toBeNull();
  });
});
