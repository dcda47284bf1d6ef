import { type Crowded, crowd, placeValues, type ValuePlaces } from './crowd.ts';
import { newAgreement } from './engine/agreement.ts';
import { TableBuilder } from './engine/build-table.ts';
import { comparePair } from './engine/compare-pair.ts';
import { explainPair } from './engine/explain.ts';
import { featuresOf } from './engine/features.ts';
import { type Objection, objectionsOf } from './engine/gate.ts';
import type { Learnt } from './engine/match-one.ts';
import { oddsOf, pairGroup, probabilityOf, scorerOf, weigh } from './engine/model.ts';
import type { Outcome } from './engine/outcomes.ts';
import type { NormalRecord } from './engine/record.ts';
import type { RecordTable } from './engine/record-table.ts';
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
  /** What if it were ignored: how likely they would be one person, 0 to 1, and what would be done. */
  probabilityWithout: number;
  outcomeWithout: Outcome;
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

/**
 * Explains how likely two records are of one person, by the model and the frequencies of a run, and by who else has the same identifiers
 * now. Prior and lines add up to `bits`.
 */
export function explain(
  learnt: Learnt,
  one: Told,
  other: Told,
  crowded: readonly Crowded[] = [],
  settings: EngineSettings = usualSettings,
): Explanation {
  const { models, statistics } = learnt;
  const builder = new TableBuilder([], models[one.record.kind].sources);
  builder.add('one', one.source, one.record);
  builder.add('other', other.source, other.record);
  const table = builder.build();
  applyStatistics(table, statistics);
  const places: ValuePlaces = new Map();
  placeValues(table, places);
  for (const identifier of crowded) crowd(table, places, learnt, identifier);
  const [a, b] = [table.ids.indexOf('one'), table.ids.indexOf('other')];
  const found = explainPair(table, models, a, b);
  const ignoring = whatIf(table, models, a, b);
  const outcomeOf = (probability: number, objections: readonly Objection[]): Outcome =>
    probability >= settings.automaticFrom && objections.length === 0
      ? 'automatic'
      : probability >= settings.reviewFrom
        ? 'review'
        : 'separate';
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
      ...without(feature),
    })),
    bits: found.bits,
    probability: found.probability,
    related: found.alternatives.related,
    objections: reasonsOfObjections(found.objections),
    outcome: outcomeOf(found.probability, found.objections),
  };

  function without(feature: string): Pick<EvidenceLine, 'probabilityWithout' | 'outcomeWithout'> {
    const { probability, objections } = ignoring(feature);
    return { probabilityWithout: probability, outcomeWithout: outcomeOf(probability, objections) };
  }
}

/** What would be thought of two rows if one feature had nothing to compare. */
function whatIf(table: RecordTable, models: Learnt['models'], a: number, b: number) {
  const kind = table.kind[a] === 1 ? 'organisation' : 'person';
  const scorer = scorerOf(models[kind]);
  const features = featuresOf(kind, table.others);
  const agreement = newAgreement(features.length);
  const weights = { same: 0, related: 0, stranger: 0 };
  return (name: string): { probability: number; objections: Objection[] } => {
    comparePair(table, table.lists, a, table.lists, b, agreement);
    agreement.level[features.findIndex((feature) => feature.name === name)] = 0;
    return {
      probability: probabilityOf(oddsOf(weigh(scorer, agreement, pairGroup(table, a, b), weights))),
      objections: objectionsOf(agreement, table.kind[a]!, table.suffix[a]!, table.suffix[b]!),
    };
  };
}
