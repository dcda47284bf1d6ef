import { newAgreement } from './engine/agreement.ts';
import { TableBuilder } from './engine/build-table.ts';
import { comparePair } from './engine/compare-pair.ts';
import { featuresOf } from './engine/features.ts';
import { objectionsOf } from './engine/gate.ts';
import type { Learnt } from './engine/match-one.ts';
import { oddsOf, probabilityOf, scorerOf, type Weights, weigh } from './engine/model.ts';
import type { Outcome } from './engine/outcomes.ts';
import { profileOf } from './engine/profile.ts';
import { Column, type NormalRecord } from './engine/record.ts';
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

const columnsOf: Record<string, readonly number[]> = {
  given: [Column.given],
  family: [Column.family],
  middle: [Column.middle],
  organisation: [Column.organisation],
  email: [Column.email],
  phone: [Column.phone],
  birth: [Column.birth],
  street: [Column.street],
  area: [Column.postcode, Column.city, Column.state],
  id: [Column.id],
  web: [Column.web],
  gender: [Column.gender],
};

/** A record as explanations read it: its source and its normal form. */
export interface Told {
  source: string;
  record: NormalRecord;
}

/**
 * Explains how likely a record is of the person whom others describe together (one other, or all of a customer), by the model and the
 * frequencies given. Each line is the change of the odds when its feature is added after those before it, so prior and lines add up.
 */
export function explain(
  { models, statistics }: Learnt,
  one: Told,
  others: readonly Told[],
  settings: EngineSettings = usualSettings,
): Explanation {
  const builder = new TableBuilder();
  builder.add('one', one.source, one.record);
  others.forEach((other, at) => {
    builder.add(`other ${at}`, other.source, other.record);
  });
  const table = builder.build();
  applyStatistics(table, statistics);
  const self = table.ids.indexOf('one');
  const rows = table.ids.flatMap((id, row) => (id === 'one' ? [] : [row]));
  const kind = table.kind[self] === 1 ? 'organisation' : 'person';
  const scorer = scorerOf(models[kind]);
  const features = featuresOf(kind, []);
  const agreement = newAgreement(scorer.features);
  const lists = profileOf(table, rows);
  comparePair(table, table.lists, self, lists, 0, agreement);
  const sameSource = others.some(({ source }) => source === one.source);
  const at = scorer.model.sources.indexOf(one.source);
  const group = sameSource && at >= 0 && at + 1 < scorer.model.samePairs.length ? at + 1 : 0;
  const weights: Weights = { same: 0, related: 0, stranger: 0 };

  const partial = newAgreement(scorer.features);
  let odds = oddsOf(weigh(scorer, partial, group, weights));
  const prior = odds;
  const lines: EvidenceLine[] = [];
  for (let feature = 0; feature < features.length; feature += 1) {
    const level = agreement.level[feature]!;
    if (level === 0) continue;
    partial.level[feature] = level;
    partial.share[feature] = agreement.share[feature]!;
    const next = oddsOf(weigh(scorer, partial, group, weights));
    const { name, levels } = features[feature]!;
    const share = levels[level]!.byShare === undefined ? 0 : agreement.share[feature]!;
    const said = (record: NormalRecord) =>
      (columnsOf[name] ?? []).flatMap((column) => record.values[column] ?? []);
    lines.push({
      feature: name,
      name: wordOfFeature(name),
      level: levels[level]!.name,
      bits: next - odds,
      left: said(one.record),
      right: [...new Set(others.flatMap(({ record }) => said(record)))],
      oneIn: share > 0 ? Math.round(1 / share) : null,
    });
    odds = next;
  }
  const probability = probabilityOf(odds);
  const suffixes = rows.map((row) => table.suffix[row]!).filter((suffix) => suffix !== 0);
  const mine = table.suffix[self]!;
  const theirs = suffixes.find((suffix) => suffix !== mine) ?? suffixes[0] ?? 0;
  const objections = objectionsOf(agreement, table.kind[self]!, mine, theirs);
  const most = Math.max(weights.same, weights.related, weights.stranger);
  const [same, related, stranger] = [weights.same, weights.related, weights.stranger].map(
    (bits) => 2 ** (bits - most),
  ) as [number, number, number];
  return {
    prior,
    lines,
    bits: odds,
    probability,
    related: related / (same + related + stranger),
    objections: reasonsOfObjections(objections),
    outcome:
      probability >= settings.automaticFrom && objections.length === 0
        ? 'automatic'
        : probability >= settings.reviewFrom
          ? 'review'
          : 'separate',
  };
}
