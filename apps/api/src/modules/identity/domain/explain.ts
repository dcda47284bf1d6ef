import { TableBuilder } from './engine/build-table.ts';
import { explainPair } from './engine/explain.ts';
import type { Learnt } from './engine/match-one.ts';
import type { Outcome } from './engine/outcomes.ts';
import type { NormalRecord } from './engine/record.ts';
import { type EngineSettings, usualSettings } from './engine/settings.ts';
import { applyStatistics } from './engine/value-statistics.ts';
import { type Reason, reasonsOfObjections, wordOfFeature } from './reasons.ts';

/** One step of the waterfall: what one feature of two records says. */
export interface EvidenceLine {
  /** `given`, `family`, `email`, `phone`, `birth`, `street`, `area` … */
  feature: string;
  /** The feature in English: "mailbox". */
  name: string;
  /** How the two stand to each other, in English: "same", "one letter", "different". */
  level: string;
  /** Bits for (positive) or against (negative) one person; they add up with the prior. */
  bits: number;
  /** What the two say, in the form in which equal things are equal. */
  left: string[];
  right: string[];
  /** Where the two agree on a value: one in so many strangers has it, too. */
  oneIn: number | null;
}

/** Why two may be one person: a waterfall in bits, plain data. */
export interface Explanation {
  /** What is known before anything is compared: log2 of the odds of any two records. */
  prior: number;
  lines: EvidenceLine[];
  /** Prior and lines together: log2 of the odds. */
  bits: number;
  /** The same as a probability, 0 to 1. */
  probability: number;
  /** How likely they are two people of one household, 0 to 1. */
  related: number;
  /** What speaks against joining them unseen. */
  objections: Reason[];
  outcome: Outcome;
}

const shown = (feature: string, value: string): string =>
  feature === 'birth' ? value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') : value;

/** A record as explanations read it: its source and its normal form. */
export interface Told {
  source: string;
  record: NormalRecord;
}

/** Explains how likely two records are of one person, by the model and the frequencies of a run. Prior and lines add up to `bits`. */
export function explain(
  { models, statistics }: Learnt,
  one: Told,
  other: Told,
  settings: EngineSettings = usualSettings,
): Explanation {
  const builder = new TableBuilder([], models[one.record.kind].sources);
  builder.add('one', one.source, one.record);
  builder.add('other', other.source, other.record);
  const table = builder.build();
  applyStatistics(table, statistics);
  const found = explainPair(table, models, table.ids.indexOf('one'), table.ids.indexOf('other'));
  return {
    prior: found.start,
    lines: found.steps.map(({ feature, level, values: [left, right], bits, oneIn }) => ({
      feature,
      name: wordOfFeature(feature),
      level,
      bits,
      left: left.map((value) => shown(feature, value)),
      right: right.map((value) => shown(feature, value)),
      oneIn: oneIn ?? null,
    })),
    bits: found.bits,
    probability: found.probability,
    related: found.alternatives.related,
    objections: reasonsOfObjections(found.objections),
    outcome:
      found.probability >= settings.automaticFrom && found.objections.length === 0
        ? 'automatic'
        : found.probability >= settings.reviewFrom
          ? 'review'
          : 'separate',
  };
}
