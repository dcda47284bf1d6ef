import { lnGamma } from '#kernel/statistics/special';
import { type BuyerHistory, type RepeatBuyingParameters, stillBuying } from './repeat-buying.ts';

const mostCounts = 2000;

/**
 * How likely this buyer is to buy 0, 1, 2 … times in the next `t`: whoever is still there buys on as a new buyer with r+x, α+T, a, b+x would
 * (the posterior of BG/NBD is BG/NBD again), so Fader, Hardie & Lee's P(X(t) = x) holds; whoever left buys nothing. Until all but `rest` is
 * said; `null` when something makes no sense.
 */
export function purchaseCounts(
  history: BuyerHistory,
  t: number,
  parameters: RepeatBuyingParameters,
  rest = 1e-6,
): number[] | null {
  const alive = stillBuying(history, parameters);
  if (alive === null || !(t >= 0) || !Number.isFinite(t)) return null;
  const [r, alpha] = [parameters.r + history.x, parameters.alpha + history.T];
  const [a, b] = [parameters.a, parameters.b + history.x];
  const lnIdle = Math.log(alpha / (alpha + t));
  const lnBusy = Math.log(t / (alpha + t));
  const lnBeta = (p: number, q: number) => lnGamma(p) + lnGamma(q) - lnGamma(p + q);
  const base = lnBeta(a, b);
  const counts: number[] = [];
  let said = 0;
  /** P(fewer than `y` purchases in `t`) if they never left. */
  let fewer = 0;
  for (let y = 0; y < mostCounts && said < 1 - rest; y++) {
    const bought = Math.exp(
      lnGamma(r + y) - lnGamma(r) - lnGamma(y + 1) + r * lnIdle + (y > 0 ? y * lnBusy : 0),
    );
    const stays = Math.exp(lnBeta(a, b + y) - base) * bought;
    const leaves = y > 0 ? Math.exp(lnBeta(a + 1, b + y - 1) - base) * Math.max(0, 1 - fewer) : 0;
    fewer += bought;
    const p = alive * (stays + leaves) + (y === 0 ? 1 - alive : 0);
    if (!Number.isFinite(p)) return null;
    counts.push(p);
    said += p;
  }
  return counts;
}

/** The counts between which a buyer ends in 95 of 100 cases: the least at which 2.5 %, and 97.5 %, are reached. */
export function countInterval(counts: readonly number[], share = 0.95): { lo: number; hi: number } {
  let sum = 0;
  let lo: number | null = null;
  for (const [y, p] of counts.entries()) {
    sum += p;
    if (lo === null && sum >= (1 - share) / 2) lo = y;
    if (sum >= 1 - (1 - share) / 2) return { lo: lo ?? y, hi: y };
  }
  return { lo: lo ?? 0, hi: Math.max(0, counts.length - 1) };
}
