import { normalTail } from './normal.ts';
import { seeded } from './seeded.ts';

/** How a probability was told, and whether it came true. */
export interface Told {
  p: number;
  true: boolean;
}

/** How far what is told is from what is true. All are mean absolute differences of probabilities, 0 to 1. */
export interface Calibration {
  pairs: number;
  /** In twenty bins of equal width: the plain figure, which is never below nought and so is too high where pairs are few. */
  ece: number;
  /** What the plain figure would be on average if each pair were as likely as told. */
  eceByChance: number;
  /** How often the plain figure would be at least as high if each pair were as likely as told: above .05 no error is shown, only that pairs are few. */
  chanceOfEce: number;
  /**
   * The plain figure less its bias (Kumar, Liang, Ma 2019, section 5, for absolute differences; Bröcker 2012 and Ferro and Fricker 2012 for
   * squared ones): in each bin the share that is true is drawn again around itself, and the plain figure is corrected by how much that adds.
   */
  eceDebiased: number;
  /** In bins of equally many pairs, as many as keep the shares that are true rising (Roelofs, Cain, Shlens, Mozer 2022): the least biased that they found. */
  eceSweep: number;
}

const bins = 20;

/** Judges what was told of pairs by what is true. */
export function calibrationOf(told: readonly Told[]): Calibration {
  const pairs = told.length;
  if (pairs === 0) return { pairs, ece: 0, eceByChance: 0, chanceOfEce: 1, eceDebiased: 0, eceSweep: 0 };
  const count = new Float64Array(bins);
  const sum = new Float64Array(bins);
  const right = new Float64Array(bins);
  for (const one of told) {
    const bin = Math.min(bins - 1, Math.floor(one.p * bins));
    count[bin]! += 1;
    sum[bin]! += one.p;
    right[bin]! += Number(one.true);
  }
  let [ece, again] = [0, 0];
  for (let bin = 0; bin < bins; bin += 1) {
    const n = count[bin]!;
    if (n === 0) continue;
    const share = right[bin]! / n;
    const off = share - sum[bin]! / n;
    ece += (n / pairs) * Math.abs(off);
    again += (n / pairs) * meanOfAbsolute(off, Math.sqrt((share * (1 - share)) / n));
  }
  const byChance = errorsByChance(told.map(({ p }) => p));
  return {
    pairs,
    ece,
    eceByChance: byChance.reduce((total, one) => total + one, 0) / byChance.length,
    chanceOfEce: byChance.filter((one) => one >= ece).length / byChance.length,
    eceDebiased: Math.max(0, 2 * ece - again),
    eceSweep: errorOfSweep(told),
  };
}

/** The mean of |x| for x normally distributed. */
function meanOfAbsolute(mean: number, deviation: number): number {
  if (deviation === 0) return Math.abs(mean);
  const z = Math.abs(mean) / deviation;
  return (
    deviation * Math.sqrt(2 / Math.PI) * Math.exp((-z * z) / 2) + Math.abs(mean) * (1 - 2 * normalTail(z))
  );
}

/** The plain figure of tellers who are right on average, drawn again and again: a thousand times for few pairs, twenty times for very many. */
function errorsByChance(probabilities: readonly number[]): number[] {
  const random = seeded(1);
  const times = Math.min(1000, Math.max(20, Math.ceil(2_000_000 / probabilities.length)));
  return Array.from({ length: times }, () => {
    const off = new Float64Array(bins);
    for (const p of probabilities) off[Math.min(bins - 1, Math.floor(p * bins))]! += p - Number(random() < p);
    return off.reduce((sum, bin) => sum + Math.abs(bin), 0) / probabilities.length;
  });
}

function errorOfSweep(told: readonly Told[]): number {
  const rising = [...told].sort((a, b) => a.p - b.p);
  const sums = new Float64Array(rising.length + 1);
  const rights = new Float64Array(rising.length + 1);
  rising.forEach((one, at) => {
    sums[at + 1] = sums[at]! + one.p;
    rights[at + 1] = rights[at]! + Number(one.true);
  });
  const errorIn = (pieces: number): number | null => {
    let [error, before] = [0, -1];
    for (let piece = 0; piece < pieces; piece += 1) {
      const from = Math.floor((piece * rising.length) / pieces);
      const end = Math.floor(((piece + 1) * rising.length) / pieces);
      const right = rights[end]! - rights[from]!;
      if (right / (end - from) < before) return null;
      before = right / (end - from);
      error += Math.abs(sums[end]! - sums[from]! - right);
    }
    return error / rising.length;
  };
  let error = errorIn(1)!;
  for (let pieces = 2; pieces <= rising.length; pieces += 1) {
    const next = errorIn(pieces);
    if (next === null) break;
    error = next;
  }
  return error;
}
