import { dayMs } from '#kernel/days';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { foldStage } from './fold-stage.ts';
import type { JourneyMap } from './journey-map.ts';
import type { FoldedFact } from './read-facts.ts';

/**
 * What became of somebody's word: `right`, the facts alone came to the same stage within the time; `wrong`, they moved on and never
 * there; `unproven`, nothing that moves anybody happened in that time; `open`, the time is not over.
 */
export type OverrideVerdict = 'right' | 'wrong' | 'unproven' | 'open';

/** Days in which what happens has to bear somebody out. A convention. */
export const proofDays = 30;

/**
 * Compares what somebody said with what happened, by folding the facts as if nobody had said anything: a word that moved the customer must
 * not be its own proof.
 */
export function scoreOverride(
  override: { stage: string; at: Date },
  facts: readonly FoldedFact[],
  map: JourneyMap,
  asOf: Date,
): OverrideVerdict {
  const until = new Date(override.at.getTime() + proofDays * dayMs);
  const seen = foldStage(
    facts.filter(({ at }) => at <= until && at <= asOf),
    { map },
  );
  const after = (seen?.history ?? []).filter(({ from }) => Date.parse(from) > override.at.getTime());
  if (after.some(({ stage }) => stage === override.stage)) return 'right';
  if (asOf < until) return 'open';
  return after.length > 0 ? 'wrong' : 'unproven';
}

/** The share of words that were borne out, of those that were decided, with Wilson's interval. */
export function overridesRight(verdicts: readonly OverrideVerdict[]): Proportion {
  const right = verdicts.filter((verdict) => verdict === 'right').length;
  const wrong = verdicts.filter((verdict) => verdict === 'wrong').length;
  return proportion(right, right + wrong);
}
