import type { Evidence } from '#kernel/evidence';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { meanInterval } from '#kernel/statistics/summary';
import { usualVoice, type VoiceSettings } from './settings.ts';

/** A closed case: what was expected and what was found, both −2…+2, and what caused the contact. */
export interface ComparedCase {
  id?: string;
  expected?: number | null;
  perceived?: number | null;
  cause?: string | null;
}

export interface ExpectationGap extends Evidence {
  /** Mean of perceived − expected, −4…+4, with Student's interval. */
  meanGap: number | null;
  gapLo: number | null;
  gapHi: number | null;
  nGap: number;
  /** Of the cases with a known cause: how many were caused by what was expected, not by the product. */
  expectationShare: Proportion;
  /** Mend what is said before the purchase: a task for the owner of that content. */
  fixContent: boolean;
}

const onScale = (value: number | null | undefined): value is number =>
  typeof value === 'number' && value >= -2 && value <= 2;

/**
 * Is it the product, or what we led people to expect? (Gap model: Parasuraman, Zeithaml & Berry 1988.) The content's owner gets a task from
 * 20 cases on when the lower bound of the share caused by expectation is above .30: both conventions, settings.
 */
export function expectationGap(
  cases: readonly ComparedCase[],
  settings: VoiceSettings = usualVoice,
): ExpectationGap {
  const gaps = cases.flatMap(({ expected, perceived }) =>
    onScale(expected) && onScale(perceived) ? [perceived - expected] : [],
  );
  const { mean, lo, hi } = meanInterval(gaps);
  const caused = cases.filter(({ cause }) => typeof cause === 'string' && cause !== '');
  const share = proportion(caused.filter(({ cause }) => cause === 'expectation').length, caused.length);
  return {
    meanGap: mean,
    gapLo: lo,
    gapHi: hi,
    nGap: gaps.length,
    expectationShare: share,
    fixContent: share.n >= settings.gapLeast && share.lo !== null && share.lo > settings.gapShare,
    settings: settings.version,
    from: caused.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
}
