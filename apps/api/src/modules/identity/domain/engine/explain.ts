import { newAgreement } from './agreement.ts';
import { comparePair } from './compare-pair.ts';
import { FeatureNumber, featuresOf } from './features.ts';
import { type Objection, objectionsOf } from './gate.ts';
import { oddsOf, pairGroup, probabilityOf, scorerOf, weigh } from './model.ts';
import { Column } from './record.ts';
import type { RecordTable } from './record-table.ts';
import type { Models } from './score-blocks.ts';

/** One step of a waterfall: what two records say of one thing, and what it is worth. */
export interface Step {
  feature: string;
  /** The level in words: "same", "one letter", "different". */
  level: string;
  /** What each record says, normalised. */
  values: [string[], string[]];
  /** Bits for one person (positive) or against. */
  bits: number;
  /** "1 in so many" others would agree by chance; only where the value's rarity counts. */
  oneIn?: number;
}

/** Why two records are, or are not, taken for one. */
export interface PairExplanation {
  /** Bits before anything is compared: how rare it is that two records drawn at random are one and not two strangers. */
  start: number;
  /** Largest first; what relatives or namesakes would share as well comes last. `start` and the bits of all steps add up to `bits`. */
  steps: Step[];
  bits: number;
  /** 0 to 1. */
  probability: number;
  /** What they would be if not one person, and how likely each is, 0 to 1. */
  alternatives: { related: number; stranger: number };
  objections: Objection[];
}

const columnsOfFeature: Record<number, number[]> = {
  [FeatureNumber.given]: [Column.given],
  [FeatureNumber.family]: [Column.family],
  [FeatureNumber.middle]: [Column.middle],
  [FeatureNumber.organisation]: [Column.organisation],
  [FeatureNumber.email]: [Column.email],
  [FeatureNumber.phone]: [Column.phone],
  [FeatureNumber.birth]: [Column.birth],
  [FeatureNumber.street]: [Column.street],
  [FeatureNumber.area]: [Column.postcode, Column.city, Column.state],
  [FeatureNumber.id]: [Column.id],
  [FeatureNumber.web]: [Column.web],
  [FeatureNumber.gender]: [Column.gender],
};

/** What relatives or namesakes take away is told from so many bits on; less belongs to the start. */
const worthTelling = 0.05;

/**
 * Explains a pair of rows of a table as a waterfall in bits: each step against strangers, so that what few have carries its weight;
 * then, in a step of its own, what of it relatives or namesakes would share as well. Exact: the steps add up.
 */
export function explainPair(table: RecordTable, models: Models, a: number, b: number): PairExplanation {
  const kind = table.kind[a] === 1 ? 'organisation' : 'person';
  const scorer = scorerOf(models[kind]);
  const features = featuresOf(kind, table.others);
  const agreement = newAgreement(features.length);
  comparePair(table, table.lists, a, table.lists, b, agreement);
  const place = pairGroup(table, a, b);
  const group = place < scorer.samePrior.length ? place : 0;
  const weights = weigh(scorer, agreement, group, { same: 0, related: 0, stranger: 0 });
  const bits = oddsOf(weights);
  const steps: Step[] = [];
  features.forEach(({ name, levels }, feature) => {
    const level = agreement.level[feature]!;
    if (level === 0) return;
    const share = agreement.share[feature]!;
    const met = scorer.factor[feature]![level]! * share;
    const stranger = met > 0 ? Math.log2(met) : scorer.stranger[feature]![level]!;
    const columns = columnsOfFeature[feature] ?? [Column.other + feature - FeatureNumber.other];
    steps.push({
      feature: name,
      level: levels[level]!.name,
      values: [valuesOf(table, columns, a), valuesOf(table, columns, b)],
      bits: scorer.same[feature]![level]! - stranger,
      ...(met > 0 ? { oneIn: Math.round(1 / share) } : {}),
    });
  });
  steps.sort((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  const start = scorer.samePrior[group]! - scorer.allPrior[group]!;
  const shared = bits - start - steps.reduce((sum, step) => sum + step.bits, 0);
  const isTold = shared < -worthTelling;
  if (isTold)
    steps.push({
      feature: weights.related > weights.stranger ? 'relatives' : 'namesakes',
      level: 'share this, too',
      values: [[], []],
      bits: shared,
    });
  const against = Math.max(weights.related, weights.stranger);
  const relatedPart = 2 ** (weights.related - against);
  const ofKin = relatedPart / (relatedPart + 2 ** (weights.stranger - against));
  const probability = probabilityOf(bits);
  return {
    start: isTold ? start : start + shared,
    steps,
    bits,
    probability,
    alternatives: { related: (1 - probability) * ofKin, stranger: (1 - probability) * (1 - ofKin) },
    objections: objectionsOf(agreement, table.kind[a]!, table.suffix[a]!, table.suffix[b]!),
  };
}

function valuesOf(table: RecordTable, columns: readonly number[], row: number): string[] {
  return columns.flatMap((column) => {
    const start = table.lists.start[column]!;
    const { start: letters, code } = table.dictionaries[column]!;
    return Array.from(table.lists.value[column]!.subarray(start[row]!, start[row + 1]!), (value) =>
      String.fromCharCode(...code.subarray(letters[value]!, letters[value + 1]!)),
    );
  });
}
