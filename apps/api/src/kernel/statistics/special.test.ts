import { describe, expect, it } from 'vitest';
import { chiSquareTail, normalQuantile, normalTail, studentQuantile, z95 } from './normal.ts';
import { betaCdf, gammaUpper, hypergeometric, lnBeta, lnGamma } from './special.ts';

const relative = (actual: number, expected: number) =>
  Math.abs(actual - expected) / Math.max(1e-300, Math.abs(expected));

describe('the functions that everything else rests on', () => {
  // Printed by @stdlib/math 0.2.3, which ports Boost.
  it.each([
    [0.01, 4.599479878042022],
    [0.243, 1.31804358469967],
    [0.5, 0.5723649429247001],
    [12.7, 19.23304317957009],
    [171, 706.5730622457874],
    [1e9, 19723265827.503716],
  ])('knows ln Γ(%f)', (x, expected) => {
    expect(relative(lnGamma(x), expected)).toBeLessThan(2e-14);
  });

  it.each(betaReference())('knows I of Beta at %f (%f, %f) as Boost does', (x, a, b, expected) => {
    expect(relative(betaCdf(x, a, b), expected)).toBeLessThan(1e-11);
  });

  it('agrees with tables of the normal, χ² and Student distributions', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(z95, 15);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(relative(2 * normalTail(22.48604082719282), 5.6851654828026455e-112)).toBeLessThan(1e-10);
    expect(chiSquareTail(16, 1)).toBeCloseTo(6.334248366623984e-5, 16);
    expect(studentQuantile(0.025, 9)).toBeCloseTo(2.262157162798205, 12);
    expect(studentQuantile(0.025, 1)).toBeCloseTo(12.706204736174694, 10);
    expect(gammaUpper(0.5, 0)).toBe(1);
  });

  it('sums the hypergeometric series, and says when it does not exist', () => {
    // 2F1(1, 1; 2; z) = −ln(1−z)/z
    expect(hypergeometric(1, 1, 2, 0.9)).toBeCloseTo(-Math.log(0.1) / 0.9, 13);
    expect(hypergeometric(1, 1, 0, 0.5)).toBeNull();
    expect(hypergeometric(1, 1, -2, 0.5)).toBeNull();
  });

  it('does not lose digits where large numbers nearly cancel', () => {
    expect(lnBeta(20, 30)).toBeCloseTo(lnGamma(20) + lnGamma(30) - lnGamma(50), 12);
    expect(lnBeta(14.9, 1e6)).toBeCloseTo(lnGamma(14.9) - 14.9 * Math.log(1e6) - (14.9 * 13.9) / 2e6, 6);
  });
});

function betaReference(): [number, number, number, number][] {
  return [
    [0.1, 13, 89, 0.20805768859473536],
    [0.21, 21, 81, 0.5596752620498464],
    [0.001, 2, 200, 0.017621404625637143],
    [0.18, 3895, 17414, 0.14618829956627347],
    [0.9, 100000, 10000, 1.0527379619020406e-24],
    [0.3, 0.5, 0.5, 0.36901011956554536],
    [0.02, 1, 1, 0.02],
    [0.999, 40, 0.7, 0.8865078524209272],
  ];
}
