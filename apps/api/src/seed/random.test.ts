import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

const draws = (random: Random, count: number) => Array.from({ length: count }, () => random.next());
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Random', () => {
  it('says the same again for the same key, and something else for a neighbour', () => {
    expect(draws(new Random(1, 'person', 7), 50)).toEqual(draws(new Random(1, 'person', 7), 50));
    expect(draws(new Random(1, 'person', 7), 5)).not.toEqual(draws(new Random(1, 'person', 8), 5));
    expect(draws(new Random(1, 'person', 7), 5)).not.toEqual(draws(new Random(2, 'person', 7), 5));
  });

  it('does not confuse a key with its parts glued otherwise', () => {
    expect(new Random(1, 12).next()).not.toBe(new Random(11, 2).next());
  });

  it('is even over the unit interval, also over first draws of neighbouring keys', () => {
    const buckets = new Array<number>(10).fill(0);
    for (let key = 0; key < 20_000; key++) buckets[Math.floor(new Random(9, key).next() * 10)]!++;
    for (const bucket of buckets) expect(Math.abs(bucket - 2000)).toBeLessThan(200);
  });

  it('keeps the means and medians that it promises', () => {
    const random = new Random('means');
    expect(mean(Array.from({ length: 20_000 }, () => random.poisson(3)))).toBeCloseTo(3, 1);
    const hours = Array.from({ length: 20_001 }, () => random.logNormal(5, 1)).sort((a, b) => a - b);
    expect(hours[10_000]!).toBeGreaterThan(4.7);
    expect(hours[10_000]!).toBeLessThan(5.3);
    expect(mean(Array.from({ length: 20_000 }, () => random.between(1, 6)))).toBeCloseTo(3.5, 1);
    const heads = Array.from({ length: 20_000 }, () =>
      random.weighted([
        [1, 3],
        [0, 1],
      ]),
    );
    expect(mean(heads)).toBeCloseTo(0.75, 1);
  });
});
