import { newAgreement } from './agreement.ts';
import { comparePair } from './compare-pair.ts';
import { type Feature, featuresOf, type Level } from './features.ts';
import { type Model, mostSources, pairGroup, type Scorer, scorerOf } from './model.ts';
import { type Pattern, PatternCount } from './pattern-count.ts';
import type { RecordKind } from './record.ts';
import type { RecordTable } from './record-table.ts';

/** Weight of the first guesses, in pairs (a Dirichlet prior). */
const guessWeight = 200;
/** Of what makes a class what it is more: that one person hardly ever has two given names is known beforehand, and few other things can teach it. */
const sureWeight = 2000;
const rounds = 40;

/**
 * Learns a model by expectation and maximisation over three latent classes (Fellegi and Sunter 1969; Dempster, Laird, Rubin 1977),
 * on counts of patterns. `candidates` were found by keys and stand for `1 / sampled` as many; `strangers` are pairs drawn at random.
 * Deterministic; no labels. The size of the class of strangers is the number of all pairs, not of candidates, so that keys
 * do not bend the chances.
 */
export function learnModel(
  table: RecordTable,
  kind: RecordKind,
  candidates: PatternCount,
  sampled: number,
  strangers: PatternCount,
): Model {
  const features = featuresOf(kind, table.others);
  const model = firstModel(table, kind, features);
  const found = candidates.sorted();
  const random = strangers.sorted();
  for (let round = 0; round < rounds; round += 1) improve(model, features, found, sampled, random);
  return model;
}

/** The model before anything is learnt. */
export function firstModel(
  table: RecordTable,
  kind: RecordKind,
  features = featuresOf(kind, table.others),
): Model {
  const chances = (pick: 'same' | 'related' | 'stranger') =>
    features.map(({ levels }) => levels.map((level) => level[pick] / 1000));
  const groups = table.sources.length <= mostSources ? table.sources.length + 1 : 1;
  const counts = new Array<number>(Math.max(1, table.sources.length)).fill(0);
  let size = 0;
  for (let row = 0; row < table.size; row += 1) {
    if ((table.kind[row] === 1) !== (kind === 'organisation')) continue;
    counts[table.source[row]!]! += 1;
    size += 1;
  }
  const allPairs = new Array<number>(groups).fill(0);
  let within = 0;
  for (let group = 1; group < groups; group += 1) {
    allPairs[group] = (counts[group - 1]! * (counts[group - 1]! - 1)) / 2;
    within += allPairs[group]!;
  }
  allPairs[0] = (size * (size - 1)) / 2 - within;
  const total = Math.max(1, (size * (size - 1)) / 2);
  return {
    kind,
    others: [...table.others],
    same: chances('same'),
    related: chances('related'),
    stranger: chances('stranger'),
    samePairs: allPairs.map((pairs) => 0.5 + (size * 0.4 * pairs) / total),
    relatedPairs: allPairs.map((pairs) => 0.5 + (size * 0.2 * pairs) / total),
    namesake: features.map(({ levels, namesakes }) =>
      namesakes
        ? [0, ...namesakes.map((part) => part / 1000)]
        : levels.map(({ stranger }) => stranger / 1000),
    ),
    namesakePairs: allPairs.map((pairs) => 0.5 + (size * 0.5 * pairs) / total),
    allPairs,
    sources: [...table.sources],
  };
}

function improve(
  model: Model,
  features: readonly Feature[],
  found: readonly Pattern[],
  sampled: number,
  random: readonly Pattern[],
): void {
  const fresh = () => new Float64Array(features.length * levelsAtMost);
  const [sameAt, relatedAt, strangerAt, namesakeAt] = [fresh(), fresh(), fresh(), fresh()];
  const samePairs = model.samePairs.map(() => 0);
  const relatedPairs = model.relatedPairs.map(() => 0);
  const namesakePairs = model.relatedPairs.map(() => 0);
  const scorer = scorerOf(model);
  const flat = flatScorer(scorer);
  const chance = { same: 0, related: 0, stranger: 0, namesake: 0 };
  for (const pattern of found) {
    classify(scorer, flat, pattern, chance);
    const count = pattern.count / sampled;
    samePairs[pattern.group]! += chance.same * count;
    relatedPairs[pattern.group]! += chance.related * count;
    namesakePairs[pattern.group]! += chance.namesake * count;
    for (let feature = 0; feature < features.length; feature += 1) {
      if (pattern.level[feature] === 0) continue;
      const at = feature * levelsAtMost + pattern.level[feature]!;
      sameAt[at]! += chance.same * count;
      relatedAt[at]! += chance.related * count;
      namesakeAt[at]! += chance.namesake * count;
    }
  }
  for (const pattern of random) {
    classify(scorer, flat, pattern, chance);
    for (let feature = 0; feature < features.length; feature += 1)
      strangerAt[feature * levelsAtMost + pattern.level[feature]!]! += chance.stranger * pattern.count;
  }
  const byFeature = (flatly: Float64Array) =>
    features.map(({ levels }, feature) =>
      Array.from(flatly.subarray(feature * levelsAtMost, feature * levelsAtMost + levels.length)),
    );
  const [same, related, stranger, namesake] = [sameAt, relatedAt, strangerAt, namesakeAt].map(byFeature) as [
    number[][],
    number[][],
    number[][],
    number[][],
  ];
  features.forEach(({ levels, kin, namesakes, sure }, feature) => {
    const weightOf = (one: 'same' | 'related' | 'namesakes') =>
      sure?.includes(one) ? sureWeight : guessWeight;
    const guess = (pick: 'same' | 'related' | 'stranger') => levels.map((level) => level[pick] / 1000);
    settle(levels, model.same[feature]!, same[feature]!, guess('same'), weightOf('same'));
    settle(levels, model.stranger[feature]!, stranger[feature]!, guess('stranger'), 1000);
    if (namesakes)
      settle(
        levels,
        model.namesake![feature]!,
        namesake[feature]!,
        [0, ...namesakes.map((part) => part / 1000)],
        weightOf('namesakes'),
      );
    else model.namesake![feature] = model.stranger[feature]!;
    if (kin === undefined)
      settle(levels, model.related[feature]!, related[feature]!, guess('related'), weightOf('related'));
    else
      model.related[feature] = model.stranger[feature]!.map(
        (chance, level) => chance * (1 - kin) + (level === 1 ? kin : 0),
      );
  });
  model.samePairs = samePairs.map((pairs) => pairs + 0.5);
  model.relatedPairs = relatedPairs.map((pairs) => pairs + 0.5);
  model.namesakePairs = namesakePairs.map((pairs) => pairs + 0.5);
}

function settle(
  levels: readonly Level[],
  chances: number[],
  counts: readonly number[],
  guess: readonly number[],
  weight: number,
): void {
  for (const apart of [false, true]) {
    let total = weight;
    for (let level = 1; level < chances.length; level += 1)
      if ((levels[level]!.apart ?? false) === apart) total += counts[level]!;
    for (let level = 1; level < chances.length; level += 1)
      if ((levels[level]!.apart ?? false) === apart)
        chances[level] = (counts[level]! + weight * guess[level]!) / total;
  }
}

/** The bits of a scorer side by side, as patterns are classified by them: those of level `l` of feature `f` at `f * 16 + l`. */
interface FlatScorer {
  same: Float64Array;
  related: Float64Array;
  stranger: Float64Array;
  namesake: Float64Array;
}

const levelsAtMost = 16;

function flatScorer(scorer: Scorer): FlatScorer {
  const fresh = () => new Float64Array(scorer.features * levelsAtMost);
  const flat = { same: fresh(), related: fresh(), stranger: fresh(), namesake: fresh() };
  for (let feature = 0; feature < scorer.features; feature += 1)
    for (let level = 1; level < scorer.same[feature]!.length; level += 1) {
      const at = feature * levelsAtMost + level;
      flat.same[at] = scorer.same[feature]![level]!;
      flat.related[at] = scorer.related[feature]![level]!;
      flat.stranger[at] =
        scorer.factor[feature]![level]! > 0
          ? scorer.factorBits[feature]![level]!
          : scorer.stranger[feature]![level]!;
      flat.namesake[at] =
        scorer.likeStrangers[feature]![level] === 1 ? flat.stranger[at]! : scorer.namesake![feature]![level]!;
    }
  return flat;
}

function classify(
  scorer: Scorer,
  flat: FlatScorer,
  { level, group, count, share, shares }: Pattern,
  into: { same: number; related: number; stranger: number; namesake: number },
): void {
  let same = scorer.samePrior[group]!;
  let related = scorer.relatedPrior[group]!;
  let stranger = scorer.allPrior[group]! + share / count;
  let namesake = scorer.namesakePrior[group]! + shares / count;
  for (let feature = 0; feature < level.length; feature += 1) {
    if (level[feature] === 0) continue;
    const at = feature * levelsAtMost + level[feature]!;
    same += flat.same[at]!;
    related += flat.related[at]!;
    stranger += flat.stranger[at]!;
    namesake += flat.namesake[at]!;
  }
  const most = Math.max(same, related, stranger, namesake);
  const one = 2 ** (same - most);
  const two = 2 ** (related - most);
  const three = 2 ** (stranger - most);
  const four = 2 ** (namesake - most);
  const sum = one + two + three + four;
  into.same = one / sum;
  into.related = two / sum;
  into.stranger = three / sum;
  into.namesake = four / sum;
}

/** Counts pairs of one kind drawn at random: the same pairs for the same records, whatever their order of arrival. */
export function countStrangers(table: RecordTable, kind: RecordKind, most: number): PatternCount {
  const count = new PatternCount();
  const features = featuresOf(kind, table.others);
  const agreement = newAgreement(features.length);
  const rows: number[] = [];
  const wanted = kind === 'organisation' ? 1 : 0;
  for (let row = 0; row < table.size; row += 1) if (table.kind[row] === wanted) rows.push(row);
  if (rows.length < 2) return count;
  let state = 0x2545f491;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % rows.length;
  };
  const pairs = Math.min(most, 30 * rows.length, (rows.length * (rows.length - 1)) / 2);
  for (let drawn = 0; drawn < pairs; drawn += 1) {
    const [a, b] = [rows[next()]!, rows[next()]!];
    if (a === b) continue;
    comparePair(table, table.lists, a, table.lists, b, agreement);
    count.add(agreement, pairGroup(table, a, b), features);
  }
  return count;
}
