import { pearson } from '#kernel/statistics/correlation';
import { minimise } from '#kernel/statistics/minimise';
import { lnGamma } from '#kernel/statistics/special';
import { type BuyerHistory, expectedPurchases, type RepeatBuyingParameters } from './repeat-buying.ts';

/** A buyer's repeat purchases and their mean value. */
export interface Baskets {
  x: number;
  mean: number;
}

export interface BasketParameters {
  p: number;
  q: number;
  v: number;
}

export interface BasketFit extends BasketParameters {
  lnL: number;
  n: number;
  /** Correlation of how often with how much: the model supposes there is none. */
  dependence: number | null;
}

const countable = ({ x, mean }: Baskets): boolean =>
  x > 0 && mean > 0 && Number.isFinite(x) && Number.isFinite(mean);

/**
 * Fits the Gamma-Gamma model of spending (Fader, Hardie & Lee, JMR 2005) by maximum likelihood over buyers with repeat purchases of some value:
 * ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q ln v + (px−1) ln m + px ln x − (px+q) ln(v + x·m). `null` with fewer than two buyers.
 */
export function fitBaskets(buyers: readonly Baskets[]): BasketFit | null {
  const known = buyers.filter(countable);
  if (known.length < 2) return null;
  const scale = known.reduce((sum, { mean }) => sum + mean, 0) / known.length;
  const parametersAt = ([p, q, v]: readonly number[]): BasketParameters => ({
    p: Math.exp(p!),
    q: Math.exp(q!),
    v: Math.exp(v!) * scale,
  });
  const deviance = (at: readonly number[]): number => {
    if (at.some((one) => Math.abs(one) > 25)) return Number.POSITIVE_INFINITY;
    const { p, q, v } = parametersAt(at);
    let sum = known.length * (q * Math.log(v) - lnGamma(q));
    for (const { x, mean } of known) {
      const px = p * x;
      sum +=
        lnGamma(px + q) -
        lnGamma(px) +
        (px - 1) * Math.log(mean) +
        px * Math.log(x) -
        (px + q) * Math.log(v + x * mean);
    }
    return -sum;
  };
  const [best] = [
    [0, 0, 0],
    [1.5, 1, -0.5],
  ]
    .map((start) => minimise(deviance, start, { tolerance: 1e-9, turns: 3000 }))
    .sort((one, other) => one.value - other.value);
  if (!best || !Number.isFinite(best.value)) return null;
  const dependence = pearson(
    known.map(({ x }) => x),
    known.map(({ mean }) => mean),
  );
  return { ...parametersAt(best.at), lnL: -best.value, n: known.length, dependence };
}

/**
 * The value to expect of a basket of this buyer: what they spent, drawn to what everybody spends: ((q−1)·pv/(q−1) + px·m) / (px + q − 1).
 * Without a repeat purchase the mean of all; `null` when q ≤ 1 (there is no mean) or something makes no sense.
 */
export function expectedBasket({ x, mean }: Baskets, { p, q, v }: BasketParameters): number | null {
  if (!(p > 0 && q > 1 && v > 0) || ![p, q, v].every(Number.isFinite)) return null;
  const everybody = (p * v) / (q - 1);
  if (x === 0) return everybody;
  if (!countable({ x, mean })) return null;
  const weight = (q - 1) / (p * x + q - 1);
  return weight * everybody + (1 - weight) * mean;
}

/**
 * What a buyer will still spend, discounted: Σ over periods of expected purchases in the period × expected basket / (1 + rate)^i. `length` is that of
 * a period in the unit of the history, `rate` the discount per period.
 */
export function lifetimeValue(
  history: BuyerHistory,
  basket: number | null,
  parameters: RepeatBuyingParameters,
  { periods, length, rate }: { periods: number; length: number; rate: number },
): number | null {
  if (basket === null || !Number.isInteger(periods) || periods < 1 || periods > 1200 || !(rate > -1))
    return null;
  let value = 0;
  let before = 0;
  for (let i = 1; i <= periods; i++) {
    const until = expectedPurchases(history, i * length, parameters);
    if (until === null) return null;
    value += ((until - before) * basket) / (1 + rate) ** i;
    before = until;
  }
  return value;
}
