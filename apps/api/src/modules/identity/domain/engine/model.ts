import type { Agreement } from './agreement.ts';
import { FeatureNumber, featuresOf, isNamed, swappedLevel } from './features.ts';
import type { RecordKind } from './record.ts';
import type { RecordTable } from './record-table.ts';

/** What was learnt of how records of one person, of relatives, and of strangers stand to each other. Plain data. */
export interface Model {
  kind: RecordKind;
  /** Fields without a meaning that it knows. */
  others: string[];
  /** Chance of each level of each feature, given that there is something to compare. */
  same: number[][];
  related: number[][];
  stranger: number[][];
  /** Of strangers who share a name; a model of an earlier version knows none. */
  namesake?: number[][];
  /** Expected numbers of pairs, by where the two records come from (`pairGroup`). */
  samePairs: number[];
  relatedPairs: number[];
  namesakePairs?: number[];
  allPairs: number[];
  /** The sources, as `pairGroup` numbers them. */
  sources: string[];
}

/** Sources beyond this many are not told apart. */
export const mostSources = 12;

/** Where a pair comes from: 0 from two sources, otherwise the number of its source plus one. */
export const pairGroup = (table: RecordTable, a: number, b: number): number =>
  table.sources.length <= mostSources && table.source[a] === table.source[b] ? table.source[a]! + 1 : 0;

/** A model in the form in which it scores: logarithms to base two. */
export interface Scorer {
  model: Model;
  features: number;
  same: Float64Array[];
  related: Float64Array[];
  stranger: Float64Array[];
  namesake: Float64Array[] | null;
  /** 1 where namesakes come to a level just as strangers do. */
  likeStrangers: Uint8Array[];
  /** For levels that go by shares: the factor of the share; otherwise 0. */
  factor: Float64Array[];
  factorBits: Float64Array[];
  /** Of relatives who agree at such a level, the part that agree because they are relatives. */
  byKin: Float64Array[];
  samePrior: Float64Array;
  relatedPrior: Float64Array;
  namesakePrior: Float64Array;
  allPrior: Float64Array;
}

/** A swap is no sign of one person: strangers' names are swapped just as often, and then they still must be equal. */
export const factorOf = (model: Model, feature: number, level: number): number =>
  feature === FeatureNumber.given && level === swappedLevel ? model.same[feature]![level]! : 1;

/** Makes a model ready to score. */
export function scorerOf(model: Model): Scorer {
  const features = featuresOf(model.kind, model.others);
  const log = (table: number[][]) =>
    table.map((levels) => Float64Array.from(levels, (chance) => Math.log2(Math.max(chance, 1e-12))));
  const factor = features.map(({ levels }, feature) =>
    Float64Array.from(levels, ({ byShare }, level) => (byShare ?? 0) * factorOf(model, feature, level)),
  );
  return {
    model,
    features: features.length,
    same: log(model.same),
    related: log(model.related),
    stranger: log(model.stranger),
    namesake: model.namesake ? log(model.namesake) : null,
    likeStrangers: features.map((one) =>
      Uint8Array.from(one.levels, ({ byShare }) =>
        Number(!one.namesakes || (byShare !== undefined && !isNamed(one))),
      ),
    ),
    factor,
    factorBits: factor.map((levels) => levels.map((one) => (one > 0 ? Math.log2(one) : 0))),
    byKin: features.map(({ levels }, feature) =>
      Float64Array.from(levels, ({ byShare }, level) =>
        byShare === undefined
          ? 0
          : Math.max(0, model.related[feature]![level]! - model.stranger[feature]![level]!),
      ),
    ),
    samePrior: Float64Array.from(model.samePairs, Math.log2),
    relatedPrior: Float64Array.from(model.relatedPairs, Math.log2),
    namesakePrior: Float64Array.from(model.namesakePairs ?? [], Math.log2),
    allPrior: Float64Array.from(model.allPairs, (pairs) => Math.log2(Math.max(1, pairs))),
  };
}

/** The three answers to "who are these two?", each as log2 of how many such pairs are to be expected. */
export interface Weights {
  same: number;
  related: number;
  stranger: number;
}

/** Weighs an agreement. `into` is written and given back, so that a million pairs cost no memory. Namesakes count as strangers. */
export function weigh(scorer: Scorer, agreement: Agreement, group: number, into: Weights): Weights {
  // A source that the model has not seen is like pairs of two sources.
  const from = group < scorer.samePrior.length ? group : 0;
  let same = scorer.samePrior[from]!;
  let related = scorer.relatedPrior[from]!;
  let stranger = scorer.allPrior[from]!;
  const namesakes = scorer.namesake;
  let namesake = namesakes ? scorer.namesakePrior[from]! : 0;
  const { level, share } = agreement;
  for (let feature = 0; feature < scorer.features; feature += 1) {
    const at = level[feature]!;
    if (at === 0) continue;
    same += scorer.same[feature]![at]!;
    const factor = scorer.factor[feature]![at]!;
    const chance = share[feature]!;
    let bits = scorer.stranger[feature]![at]!;
    if (factor > 0 && chance > 0) {
      const met = factor * chance;
      bits = Math.log2(met);
      const kin = scorer.byKin[feature]![at]!;
      related += Math.log2(kin + (1 - kin) * met);
    } else related += scorer.related[feature]![at]!;
    stranger += bits;
    if (namesakes) namesake += scorer.likeStrangers[feature]![at] === 1 ? bits : namesakes[feature]![at]!;
  }
  into.same = same;
  into.related = related;
  into.stranger = namesakes ? sumOf(stranger, namesake) : stranger;
  return into;
}

/** log2 of the sum of two numbers given as log2. */
const sumOf = (one: number, other: number): number =>
  Math.max(one, other) + Math.log2(1 + 2 ** -Math.abs(one - other));

/** log2 of the odds that the two are one: positive from one half on. */
export function oddsOf({ same, related, stranger }: Weights): number {
  const larger = Math.max(related, stranger);
  return same - larger - Math.log2(1 + 2 ** (Math.min(related, stranger) - larger));
}

/** Odds in bits as a probability, 0 to 1. */
export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);
