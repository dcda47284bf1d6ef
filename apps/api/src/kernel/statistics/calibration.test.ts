import { describe, expect, it } from 'vitest';
import { calibrationOf, type Told } from './calibration.ts';
import { seeded } from './seeded.ts';

/** Pairs told to be likely, whose chance of being true is another function of what is told. */
function told(pairs: number, seed: number, chance: (p: number) => number): Told[] {
  const random = seeded(seed);
  return Array.from({ length: pairs }, () => {
    const p = random() ** 3;
    return { p, true: random() < chance(p) };
  });
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const seeds = Array.from({ length: 40 }, (_, at) => at + 1);

describe('The calibration error', () => {
  it('is nought where what is told is so, and the distance where all is off alike', () => {
    const sure = [1, 1, 0, 0].map((p) => ({ p, true: p === 1 }));
    expect(calibrationOf(sure)).toMatchObject({ ece: 0, eceDebiased: 0, eceSweep: 0 });
    const off = Array.from({ length: 100 }, (_, at) => ({ p: 0.9, true: at < 70 }));
    expect(calibrationOf(off).ece).toBeCloseTo(0.2, 10);
    expect(calibrationOf(off).eceSweep).toBeCloseTo(0.2, 10);
    expect(calibrationOf([])).toMatchObject({ pairs: 0, ece: 0 });
  });

  it('is told too high of few pairs that are just as likely as told; what is less biased says about half of it', () => {
    const of = seeds.map((seed) => calibrationOf(told(170, seed, (p) => p)));
    expect(mean(of.map(({ ece }) => ece))).toBeGreaterThan(0.05);
    expect(mean(of.map(({ eceByChance }) => eceByChance))).toBeCloseTo(mean(of.map(({ ece }) => ece)), 1);
    // Being as far off as they are happens to them about every second time.
    expect(Math.abs(mean(of.map(({ chanceOfEce }) => chanceOfEce)) - 0.5)).toBeLessThan(0.15);
    for (const which of ['eceDebiased', 'eceSweep'] as const)
      expect(mean(of.map((one) => one[which]))).toBeLessThan(0.66 * mean(of.map(({ ece }) => ece)));
  });

  it('does not hide an error that is there', () => {
    const half = (p: number) => p / 2;
    const truly = mean(seeds.map((seed) => mean(told(2_000, seed, half).map(({ p }) => p / 2))));
    for (const pairs of [170, 5_000]) {
      const of = seeds.map((seed) => calibrationOf(told(pairs, seed, half)));
      for (const which of ['eceDebiased', 'eceSweep'] as const)
        expect(Math.abs(mean(of.map((one) => one[which])) - truly)).toBeLessThan(0.02);
      expect(mean(of.map(({ chanceOfEce }) => chanceOfEce))).toBeLessThan(0.05);
    }
  });
});
