import { describe, expect, it } from 'vitest';
import { differences } from '#kernel/near';
import { candidateShares, isKeepable, keepablePromise, shareWithin } from './keepable.ts';
import { type Promised, promisesKept } from './promises-kept.ts';
import promiseVectors from './vectors/promise.json' with { type: 'json' };

describe('promises', () => {
  it.each(promiseVectors.cases.map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
    const found =
      'promises' in input
        ? promisesKept(input.promises as Promised[], input.asOf as number)
        : keepablePromise(input.actuals as number[], input.candidates as number[], input.target);
    expect(differences(found, expected, promiseVectors.tolerance)).toEqual([]);
  });

  it('of thirty seconds are refused by a desk that needs minutes', () => {
    const minutes = Array.from({ length: 300 }, (_, i) => 1 + (i % 10));
    expect(keepablePromise(minutes, [0.5])).toBeNull();
    expect(keepablePromise(minutes, [0.5, 5, 10, 20])?.promise).toBe(10);
    expect(keepablePromise([Number.NaN], [Number.NaN, 3])).toBeNull();
  });

  it('are judged as things stood then: what was done later was not done yet', () => {
    expect(promisesKept([{ due: 10, done: 12 }], 11)).toMatchObject({ broken: 1, meanOverrun: 1 });
    expect(promisesKept([{ due: 10, done: 9 }], 8)).toMatchObject({ kept: 0, open: 1, ratio: null });
    expect(promisesKept([{ due: Number.NaN }], 8)).toMatchObject({ kept: 0, broken: 0, open: 0 });
  });

  it('do not look better because those who still wait are forgotten', () => {
    const done = Array.from({ length: 50 }, () => ({ minutes: 5, isDone: true }));
    const waiting = Array.from({ length: 50 }, () => ({ minutes: 600, isDone: false }));
    const fresh = [{ minutes: 3, isDone: false }];
    expect(isKeepable(shareWithin(done, 10))).toBe(true);
    expect(shareWithin([...done, ...waiting, ...fresh], 10)).toMatchObject({ k: 50, n: 100 });
    expect(shareWithin([...waiting, ...fresh], 700)).toMatchObject({ n: 0, p: null, lo: null });
    expect(candidateShares(done, [60, 1]).map(({ promise, k }) => [promise, k])).toEqual([
      [1, 0],
      [60, 50],
    ]);
  });
});
