import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../near.ts';
import { relativeImportance } from './relative-importance.ts';
import { seeded } from './seeded.ts';
import lmg from './vectors/drivers_lmg.json' with { type: 'json' };

describe('what carries how much', () => {
  it.each(lmg.cases.map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
    expect(differences(relativeImportance(input.X, input.y), expected, lmg.tolerance)).toEqual([]);
  });

  it('does not depend on the order or the scale of the columns, and hands out exactly R²', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = seeded(seed);
        const X = Array.from({ length: 40 }, () => [draw(), draw(), draw()]);
        const y = X.map(([a, b]) => 2 * a! - b! + draw());
        const found = relativeImportance(X, y)!;
        expect(found.lmg.reduce((sum, one) => sum + one, 0)).toBeCloseTo(found.r2, 10);
        const turned = relativeImportance(
          X.map(([a, b, c]) => [c! * 100 + 7, a!, b! / 3]),
          y,
        )!;
        expect(differences(turned.lmg, [found.lmg[2], found.lmg[0], found.lmg[1]], 1e-9)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('says nothing of columns that repeat each other, never change, or are too many', () => {
    expect(
      relativeImportance(
        [
          [1, 2],
          [2, 4],
          [3, 6],
          [5, 10],
        ],
        [1, 2, 3, 4],
      ),
    ).toBeNull();
    expect(
      relativeImportance(
        [
          [1, 2],
          [1, 4],
          [1, 5],
          [1, 10],
        ],
        [1, 2, 3, 4],
      ),
    ).toBeNull();
    expect(relativeImportance([[1], [2], [3]], [4, 4, 4])).toBeNull();
    expect(relativeImportance([], [])).toBeNull();
  });
});
