import type { Agreement } from './agreement.ts';
import { type Feature, isNamed } from './features.ts';
import { hashPair } from './hash.ts';

/** How many pairs agreed in just this way. */
export interface Pattern {
  level: Uint8Array;
  group: number;
  count: number;
  /** Sum over the pairs of log2 of the chance that strangers share the values in question. */
  share: number;
  /** The same, without that of names. */
  shares: number;
}

/** Counts agreements by pattern; adding two counts is the count of both. */
export class PatternCount {
  readonly patterns = new Map<number, Pattern>();

  /** Counts one agreement of a pair of a group. */
  add(agreement: Agreement, group: number, features: readonly Feature[]): void {
    let share = 0;
    let ofNames = 0;
    let code = group;
    let key = 0;
    for (let feature = 0; feature < features.length; feature += 1) {
      const level = agreement.level[feature]!;
      code = code * 10 + level;
      if (feature % 8 === 7) {
        key = hashPair(key, code);
        code = 0;
      }
      if (level > 0 && features[feature]!.levels[level]!.byShare !== undefined) {
        const bits = Math.log2(agreement.share[feature]!);
        share += bits;
        if (isNamed(features[feature]!)) ofNames += bits;
      }
    }
    key = hashPair(key, code * 256 + Math.round(-share / 2));
    const known = this.patterns.get(key);
    if (known) {
      known.count += 1;
      known.share += share;
      known.shares += share - ofNames;
    } else
      this.patterns.set(key, {
        level: agreement.level.slice(0, features.length),
        group,
        count: 1,
        share,
        shares: share - ofNames,
      });
  }

  /** Adds what another has counted. */
  merge(entries: Iterable<[number, Pattern]>): void {
    for (const [key, pattern] of entries) {
      const known = this.patterns.get(key);
      if (known) {
        known.count += pattern.count;
        known.share += pattern.share;
        known.shares += pattern.shares;
      } else this.patterns.set(key, { ...pattern });
    }
  }

  /** The patterns in an order that does not depend on how they were counted. */
  sorted(): Pattern[] {
    return [...this.patterns.entries()].sort(([a], [b]) => a - b).map(([, pattern]) => pattern);
  }
}
