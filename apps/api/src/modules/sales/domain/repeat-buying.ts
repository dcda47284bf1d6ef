import { minimise } from '#kernel/statistics/minimise';
import { hypergeometric, lnGamma } from '#kernel/statistics/special';

/**
 * What the model needs to know of a buyer: purchases after the first (`x`), when the last of them was (`tx`) and how long we watch (`T`), both
 * since the first purchase, in one unit (weeks).
 */
export interface BuyerHistory {
  x: number;
  tx: number;
  T: number;
}

/** r and alpha: how often buyers buy; a and b: how easily they leave. */
export interface RepeatBuyingParameters {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

export interface RepeatBuyingFit extends RepeatBuyingParameters {
  lnL: number;
  /** Buyers, and those of them who came back at least once. */
  n: number;
  repeaters: number;
}

export const isHistory = ({ x, tx, T }: BuyerHistory): boolean =>
  Number.isInteger(x) && x >= 0 && T > 0 && Number.isFinite(T) && tx >= 0 && tx <= T && (x > 0 || tx === 0);

const makeSense = ({ r, alpha, a, b }: RepeatBuyingParameters): boolean =>
  [r, alpha, a, b].every((one) => one > 0 && Number.isFinite(one));

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** ln(eᵃ + eᵇ) without overflow. */
const lnSum = (a: number, b: number): number =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));

/** Equal histories together: most buyers of a cohort look alike. */
function counted(histories: readonly BuyerHistory[]): { history: BuyerHistory; times: number }[] {
  const groups = new Map<string, { history: BuyerHistory; times: number }>();
  for (const history of histories) {
    if (!isHistory(history)) continue;
    const key = `${history.x} ${history.tx} ${history.T}`;
    const group = groups.get(key);
    if (group) group.times += 1;
    else groups.set(key, { history, times: 1 });
  }
  return [...groups.values()];
}

function likelihood(groups: ReturnType<typeof counted>, { r, alpha, a, b }: RepeatBuyingParameters): number {
  // Terms that depend on x alone, once for each x.
  const ofX = new Map<number, number>();
  const base = lnGamma(a + b) - lnGamma(b) - lnGamma(r) + r * Math.log(alpha);
  let sum = 0;
  for (const {
    history: { x, tx, T },
    times,
  } of groups) {
    let front = ofX.get(x);
    if (front === undefined) {
      front = base + lnGamma(r + x) + lnGamma(b + x) - lnGamma(a + b + x);
      ofX.set(x, front);
    }
    const alive = -(r + x) * Math.log(alpha + T);
    const gone = x > 0 ? Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + tx) : null;
    sum += times * (front + (gone === null ? alive : lnSum(alive, gone)));
  }
  return sum;
}

/**
 * ln of the likelihood of these buyers under BG/NBD (Fader, Hardie & Lee, Marketing Science 2005): Σ A₁ + A₂ + ln(e^A₃ + [x>0] e^A₄).
 * `null` with parameters that are not all above zero; histories that make no sense are left out.
 */
export const repeatBuyingLnL = (
  histories: readonly BuyerHistory[],
  parameters: RepeatBuyingParameters,
): number | null => (makeSense(parameters) ? likelihood(counted(histories), parameters) : null);

/** Fits BG/NBD by maximum likelihood: a simplex search on logarithms from several starts. `null` without somebody who came back. */
export function fitRepeatBuying(histories: readonly BuyerHistory[]): RepeatBuyingFit | null {
  const groups = counted(histories);
  const n = groups.reduce((sum, { times }) => sum + times, 0);
  const repeaters = groups.reduce((sum, { history, times }) => sum + (history.x > 0 ? times : 0), 0);
  if (repeaters === 0) return null;
  const scale = groups.reduce((sum, { history, times }) => sum + (history.T * times) / n, 0);
  const parametersAt = ([r, alpha, a, b]: readonly number[]): RepeatBuyingParameters => ({
    r: Math.exp(r!),
    alpha: Math.exp(alpha!) * scale,
    a: Math.exp(a!),
    b: Math.exp(b!),
  });
  // Beyond e^±25 nothing changes any more: the search would only drift.
  const deviance = (at: readonly number[]) =>
    at.some((one) => Math.abs(one) > 25) ? Number.POSITIVE_INFINITY : -likelihood(groups, parametersAt(at));
  const starts = [
    [0, 0, 0, 0],
    [-1.5, -2, -0.5, 1],
    [0, -1, -3, 2],
  ];
  const [best] = starts
    .map((start) => minimise(deviance, start, { tolerance: 1e-9, turns: 3000 }))
    .sort((one, other) => one.value - other.value);
  if (!best || !Number.isFinite(best.value)) return null;
  return { ...parametersAt(best.at), lnL: -best.value, n, repeaters };
}

/**
 * P(still a buyer) = 1 / (1 + [x>0] a/(b+x−1) · ((α+T)/(α+tx))^(r+x)), 0…1. A buyer of one purchase is alive by construction (1): say "one purchase
 * so far", never "100 % alive". `null` when something makes no sense.
 */
export function stillBuying(history: BuyerHistory, parameters: RepeatBuyingParameters): number | null {
  if (!isHistory(history) || !makeSense(parameters)) return null;
  const { x, tx, T } = history;
  const { r, alpha, a, b } = parameters;
  if (x === 0) return 1;
  const lnOdds = Math.log(a) - Math.log(b + x - 1) + (r + x) * Math.log((alpha + T) / (alpha + tx));
  return finite(1 / (1 + Math.exp(lnOdds)));
}

/** 1 − (1−z)^(a−1) · ₂F₁(a+b−1−r, a−1; a+b+x−1; z), over a − 1: Euler's form of the published one, which cannot overflow. */
function growth(x: number, z: number, { r, a, b }: RepeatBuyingParameters): number | null {
  // The formula has a hole at a = 1: step beside it.
  const beside = Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a;
  const F = z < 1 ? hypergeometric(beside + b - 1 - r, beside - 1, beside + b + x - 1, z) : null;
  if (F === null) return null;
  const grown = (1 - (1 - z) ** (beside - 1) * F) / (beside - 1);
  return Number.isFinite(grown) ? grown : null;
}

/** Purchases to expect of this buyer in the next `t`: E[Y(t) | x, tx, T]. `null` when something makes no sense. */
export function expectedPurchases(
  history: BuyerHistory,
  t: number,
  parameters: RepeatBuyingParameters,
): number | null {
  const alive = stillBuying(history, parameters);
  if (alive === null || !(t >= 0) || !Number.isFinite(t)) return null;
  const { x, T } = history;
  const { alpha, a, b } = parameters;
  const grown = growth(x, t / (alpha + T + t), parameters);
  return grown === null ? null : finite(Math.max(0, alive * (a + b + x - 1) * grown));
}

/** Purchases after the first to expect of anybody within `t` of the first: E[X(t)]. `null` when something makes no sense. */
export function expectedOfAnybody(t: number, parameters: RepeatBuyingParameters): number | null {
  if (!makeSense(parameters) || !(t >= 0) || !Number.isFinite(t)) return null;
  const { alpha, a, b } = parameters;
  const grown = growth(0, t / (alpha + t), parameters);
  return grown === null ? null : finite(Math.max(0, (a + b - 1) * grown));
}
