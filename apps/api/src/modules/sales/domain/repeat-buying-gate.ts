import { pearson } from '#kernel/statistics/correlation';
import { sumOf } from '#kernel/statistics/summary';
import { type BuyerHistory, expectedPurchases, isHistory, type RepeatBuyingFit } from './repeat-buying.ts';

/** A buyer's history up to a day, and what they bought in the time held out after it. */
export interface HeldOutBuyer extends BuyerHistory {
  later: number;
}

export type GateReason = 'no-fit' | 'too-few-repeaters' | 'nobody-ever-leaves' | 'no-better-than-frequency';

/** May the model be used? With what was seen on the time held out. */
export interface RepeatBuyingGate {
  passed: boolean;
  reasons: GateReason[];
  /** Purchases that were expected and that came. */
  expected: number | null;
  actual: number;
  /** Correlation of the expectation, and of plain frequency, with what came. */
  correlation: number | null;
  frequencyAlone: number | null;
  n: number;
  settings: string;
}

export interface GateSettings {
  version: string;
  /** Buyers who came back, at least. */
  leastRepeaters: number;
  /** Below this `a`, or above this `b`, the fit has degenerated: in it nobody ever leaves. */
  leastA: number;
  mostB: number;
}

/** Learned on real data: a shop whose fit has a = .0001 predicts worse than counting. Conventions. */
export const usualGate: GateSettings = { version: 'gate-1', leastRepeaters: 200, leastA: 0.01, mostB: 1000 };

/**
 * The gate before BG/NBD: enough buyers who came back, a fit in which buyers can leave, and a better correlation with the purchases of the time
 * held out (length `t`) than plain frequency has. Whoever fails is served by the rhythm instead, and told why.
 */
export function gateRepeatBuying(
  fit: RepeatBuyingFit | null,
  buyers: readonly HeldOutBuyer[],
  t: number,
  settings: GateSettings = usualGate,
): RepeatBuyingGate {
  const known = buyers.filter((one) => isHistory(one) && one.later >= 0 && Number.isFinite(one.later));
  const later = known.map((one) => one.later);
  const expected = fit ? known.map((one) => expectedPurchases(one, t, fit)) : [];
  const complete = fit !== null && expected.every((one): one is number => one !== null);
  const correlation = complete ? pearson(expected as number[], later) : null;
  const frequencyAlone = pearson(
    known.map(({ x }) => x),
    later,
  );
  const reasons: GateReason[] = [];
  if (!fit) reasons.push('no-fit');
  if ((fit?.repeaters ?? 0) < settings.leastRepeaters) reasons.push('too-few-repeaters');
  if (fit && (fit.a < settings.leastA || fit.b > settings.mostB)) reasons.push('nobody-ever-leaves');
  if (correlation === null || correlation <= (frequencyAlone ?? -1)) reasons.push('no-better-than-frequency');
  return {
    passed: reasons.length === 0,
    reasons,
    expected: complete ? sumOf(expected as number[]) : null,
    actual: sumOf(later),
    correlation,
    frequencyAlone,
    n: known.length,
    settings: settings.version,
  };
}
