import type { GoldenChoice } from '#modules/customers';
import { readEmail } from './email.ts';
import { type Current, pointersOf, saidAt } from './statement.ts';

/** One record of a customer, as the rules of survivorship see it. */
export interface Witness {
  recordId: string;
  sourceKey: string;
  sourceName: string;
  sourceSystem: string;
  /** Its key in its source. */
  key: string;
  createdAt: string;
  current: Current;
}

/** The system whose records are what people wrote here themselves: their word counts first. */
export const stewardSystem = 'ancora';

const trust = [stewardSystem, 'salesforce', 'hubspot', 'zendesk', 'intercom', 'mautic', 'mailchimp', 'csv'];
/** How far a record's system is trusted: lower is more. */
export const trustOf = (witness: Witness): number => {
  const place = trust.indexOf(witness.sourceSystem);
  return place < 0 ? trust.length : place;
};

/** A value that a record says, as the rules weigh it. */
export interface Said {
  witness: Witness;
  value: string;
  at: string;
  /** Lower is better, before everything but the steward. */
  rank: number;
}

/** The chosen value with its provenance; `second` is the next best. */
export function choiceOf(best: Said, second: Said | undefined): GoldenChoice {
  const rule =
    best.witness.sourceSystem === stewardSystem
      ? 'pinned'
      : !second
        ? 'only'
        : best.rank !== second.rank
          ? 'most-complete'
          : best.at !== second.at
            ? 'most-recent'
            : trustOf(best.witness) !== trustOf(second.witness)
              ? 'most-trusted'
              : 'most-complete';
  return {
    value: best.value,
    recordId: best.witness.recordId,
    sourceName: best.witness.sourceName,
    rule,
    at: best.at,
  };
}

const isSteward = ({ witness }: Said): number => (witness.sourceSystem === stewardSystem ? 0 : 1);

/** The order of values: which is chosen comes first. */
export const bySurvivorship = (a: Said, b: Said): number =>
  isSteward(a) - isSteward(b) ||
  a.rank - b.rank ||
  order(b.at, a.at) ||
  trustOf(a.witness) - trustOf(b.witness) ||
  Object.keys(b.witness.current.values).length - Object.keys(a.witness.current.values).length ||
  byKey(a.witness, b.witness);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** The order of keys, which decides where nothing else does. */
export const byKey = (a: Witness, b: Witness): number =>
  order(a.sourceKey, b.sourceKey) || order(a.key, b.key);

/** Every mailbox that records say. */
export const mailsOf = (witnesses: readonly Witness[]): Said[] =>
  witnesses.flatMap((witness) =>
    pointersOf(witness.current).emails.flatMap((raw, place) => {
      const email = readEmail(raw);
      if (!email) return [];
      const at = saidAt(witness.current, 'emails');
      return [{ witness, value: email.address, at, rank: (email.weak ? 1_000 : 0) + place }];
    }),
  );
