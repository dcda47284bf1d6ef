import { meanInterval, quantileOf } from '#kernel/statistics/summary';
import { type BasketFit, fitBaskets } from './basket-value.ts';
import { type Purchase, type SummarisedBuyer, summarisePurchases } from './buyer-history.ts';
import { purchaseCounts } from './purchase-counts.ts';
import { expectedPurchases, fitRepeatBuying, type RepeatBuyingParameters } from './repeat-buying.ts';
import { type GateReason, gateRepeatBuying, type RepeatBuyingGate, usualGate } from './repeat-buying-gate.ts';

/** Days of a week, the unit of the model. */
export const week = 7;

/** Why a stream of orders is not predicted by the model. */
export type StreamReason = GateReason | 'too-little-time';
/** Why the value of a basket is not predicted. */
export type BasketReason = 'no-fit' | 'too-few-repeaters' | 'depends-on-frequency' | 'no-mean';

/** Buyers of whom about as much was expected, and what they did in the time held out. */
export interface CalibrationStep {
  n: number;
  expected: number;
  actual: number;
  lo: number | null;
  hi: number | null;
}

/** The model of a stream of orders, and what became of it at its gates. */
export interface StreamFit {
  passed: boolean;
  reasons: StreamReason[];
  parameters: (RepeatBuyingParameters & { lnL: number; n: number; repeaters: number }) | null;
  gate: RepeatBuyingGate;
  heldOutDays: number;
  calibration: CalibrationStep[];
  /** How likely at least one purchase in the time held out was, and how many of those bought. */
  again: { predicted: number; k: number; n: number }[];
  baskets: { passed: boolean; reasons: BasketReason[]; fit: BasketFit | null };
  /** The 75th percentile of purchases expected in 90 days: who is above it counts fully as a buyer. */
  upper: number | null;
  settings: string;
}

/** Conventions: a third of the time seen is held out, half a year at most; less than 13 weeks in all is too little. */
export const streamSettings = {
  version: 'repeat-1',
  mostHeldOutDays: 182,
  leastDays: 91,
  mostBuyers: 20_000,
  steps: 5,
  leastBasketBuyers: 50,
  mostDependence: 0.3,
};

/** At most so many, evenly taken: a likelihood over millions tells nothing that twenty thousand do not. */
function some<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, place) => items[Math.floor(place * step)]!);
}

/** Buyers in order of what was expected of them, in so many steps of the same size, with what they bought. */
function calibrationOf(
  buyers: readonly SummarisedBuyer[],
  t: number,
  parameters: RepeatBuyingParameters,
  steps: number,
): CalibrationStep[] {
  const judged = buyers
    .flatMap((buyer) => {
      const expected = expectedPurchases(buyer, t, parameters);
      return expected === null ? [] : [{ expected, actual: buyer.later }];
    })
    .sort((one, other) => one.expected - other.expected);
  return Array.from({ length: steps }, (_, step) =>
    judged.slice(
      Math.floor((step * judged.length) / steps),
      Math.floor(((step + 1) * judged.length) / steps),
    ),
  ).flatMap((group) => {
    const { n, mean, lo, hi } = meanInterval(group.map(({ actual }) => actual));
    if (mean === null) return [];
    return [
      {
        n,
        expected: group.reduce((sum, { expected }) => sum + expected, 0) / n,
        actual: mean,
        lo: lo === null ? null : Math.max(0, lo),
        hi,
      },
    ];
  });
}

/** The same of whether they bought at all. */
function againOf(
  buyers: readonly SummarisedBuyer[],
  t: number,
  parameters: RepeatBuyingParameters,
  steps: number,
): StreamFit['again'] {
  const judged = buyers
    .flatMap((buyer) => {
      const none = purchaseCounts(buyer, t, parameters, 1 - 1e-7)?.[0];
      return none === undefined ? [] : [{ predicted: 1 - none, bought: buyer.later > 0 }];
    })
    .sort((one, other) => one.predicted - other.predicted);
  return Array.from({ length: steps }, (_, step) =>
    judged.slice(
      Math.floor((step * judged.length) / steps),
      Math.floor(((step + 1) * judged.length) / steps),
    ),
  )
    .filter((group) => group.length > 0)
    .map((group) => ({
      predicted: group.reduce((sum, { predicted }) => sum + predicted, 0) / group.length,
      k: group.filter(({ bought }) => bought).length,
      n: group.length,
    }));
}

function basketsOf(buyers: readonly SummarisedBuyer[]): StreamFit['baskets'] {
  const spent = buyers.flatMap(({ x, mean }) => (mean === null ? [] : [{ x, mean }]));
  const fit = fitBaskets(spent);
  const reasons: BasketReason[] = [];
  if (!fit) reasons.push('no-fit');
  if (spent.length < streamSettings.leastBasketBuyers) reasons.push('too-few-repeaters');
  if (Math.abs(fit?.dependence ?? 0) > streamSettings.mostDependence) reasons.push('depends-on-frequency');
  if (fit && !(fit.q > 1)) reasons.push('no-mean');
  return { passed: reasons.length === 0, reasons, fit };
}

/**
 * Fits the model to a stream of orders seen until `today` (whole days). It is tried first on time held out: what it learned before is compared with what
 * came then, and only where it passes its gate is it learned again from everything and used.
 */
export function fitStream(purchases: readonly Purchase[], today: number): StreamFit {
  const { mostHeldOutDays, leastDays, mostBuyers, steps, version } = streamSettings;
  const first = purchases.reduce((least, { day }) => Math.min(least, day), today);
  const heldOutDays = Math.min(mostHeldOutDays, Math.floor((today - first) / 3));
  const held = summarisePurchases(purchases, {
    until: today - heldOutDays,
    heldOutUntil: today,
    unit: week,
  });
  const tried = some(held, mostBuyers);
  const before = heldOutDays > 0 ? fitRepeatBuying(tried) : null;
  const gate = gateRepeatBuying(before, tried, heldOutDays / week);
  const everybody = some(summarisePurchases(purchases, { until: today, unit: week }), mostBuyers);
  const fit = gate.passed ? fitRepeatBuying(everybody) : before;
  const reasons: StreamReason[] = [...gate.reasons];
  if (today - first < leastDays) reasons.push('too-little-time');
  if (
    gate.passed &&
    (!fit || fit.a < usualGate.leastA || fit.b > usualGate.mostB) &&
    !reasons.includes('nobody-ever-leaves')
  )
    reasons.push(fit ? 'nobody-ever-leaves' : 'no-fit');
  const passed = reasons.length === 0 && fit !== null;
  return {
    passed,
    reasons,
    parameters: fit,
    gate,
    heldOutDays,
    calibration: before ? calibrationOf(tried, heldOutDays / week, before, steps) : [],
    again: before ? againOf(tried, heldOutDays / week, before, steps) : [],
    baskets: basketsOf(everybody),
    upper: passed
      ? quantileOf(
          everybody.flatMap((buyer) => expectedPurchases(buyer, 90 / week, fit) ?? []),
          0.75,
        )
      : null,
    settings: version,
  };
}
