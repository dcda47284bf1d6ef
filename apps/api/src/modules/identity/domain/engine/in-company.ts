import { isContradiction } from './agreement.ts';
import type { Profiled } from './average-linkage.ts';
import { type ClusterRules, mustBeApart, PairScorer } from './cluster.ts';
import { pairGroup } from './model.ts';
import { profileOf } from './profile.ts';
import type { Lists, RecordTable } from './record-table.ts';
import type { Edges, Models } from './score-blocks.ts';

/** Odds within these bounds count when they are averaged, as when records are grouped. */
const lowest = -10;
const highest = 14;
/** Pairs that are not kept were below the floor, or shared no key: of one entity, and of two. */
const unseenTogether = -4;
const unseenApart = -8;
/** Two that a rule keeps apart. */
const never = -8;

/**
 * How a pair's odds and its company's make up the odds that are told, in bits. Fitted by logistic regression on generated people only
 * (crowds of seeds 501 to 504 and 511 to 514, demo companies of seeds 7 and 8, each counting alike; those without a profile on 502 to 504 and 7); all other sets are tests. `apart` without a profile is what organisations
 * have, whose values several sites share, and pairs that are told next to nothing anyway.
 */
const weights = {
  together: { start: 2.04, own: 0.37, company: 0.27 },
  togetherPeople: { start: 2.415, own: 0.389, company: 0.308, rival: -0.594 },
  apart: { start: -0.02, own: 0.33, between: 0.75 },
  apartPeople: { start: -0.034, own: 0.169, between: 0.415, profile: 0.43, contradicts: -0.608 },
};

/** Below these odds, by averages alone, the profiles of two entities are not asked: it would take longer than it tells. */
const worthAsking = -5;

/**
 * What each kept pair comes to in the light of who its two records belong to, in bits. Two records alone are as likely one person as
 * they look. A third record tells more: what others of an entity have in common with both speaks for a pair that has little in common
 * itself, and somebody else whom one of the two fits as well speaks against it. Two that came into different entities are as likely one
 * person as the entities are: on average over all their pairs, and by all that is known of each (`profileOf`), which says most where
 * they contradict each other.
 */
export function oddsInCompany(
  table: RecordTable,
  edges: Edges,
  entity: Int32Array,
  models: Models,
  rules: ClusterRules = {},
): Float32Array {
  const { size, rival, support, between } = companyOf(table, edges, entity, rules);
  const profiles = profilesOf(table, entity, models);
  return Float32Array.from(edges.bits, (bits, at) => {
    const [a, b] = [edges.a[at]!, edges.b[at]!];
    const [x, y] = [entity[a]!, entity[b]!];
    const isPerson = table.kind[a] === 0;
    if (x === y) {
      if (size[x]! === 2) return bits;
      const others = Math.min(support(a, at), support(b, at));
      if (!isPerson) {
        const { start, own, company } = weights.together;
        return start + own * clip(bits) + company * others;
      }
      const { start, own, company, rival: ofRival } = weights.togetherPeople;
      return start + own * clip(bits) + company * others + ofRival * Math.max(rival[a]!, rival[b]!);
    }
    const average = between(x, y);
    if (average === never || size[x]! * size[y]! === 1) return Math.min(bits, average);
    const { start, own, between: ofAll } = weights.apart;
    const byAverage = start + own * clip(bits) + ofAll * average;
    if (!isPerson || byAverage <= worthAsking) return byAverage;
    const known = profiles(x, y);
    const people = weights.apartPeople;
    const contradiction = known.contradicts ? people.contradicts : 0;
    return (
      people.start +
      people.own * clip(bits) +
      people.between * average +
      people.profile * clip(known.bits) +
      contradiction
    );
  });
}

// Two entities by all that is known of each, asked for once.
function profilesOf(table: RecordTable, entity: Int32Array, models: Models) {
  const scorer = new PairScorer(table, models);
  // The rows of an entity in a chain: the smallest first, −1 after the last.
  const next = new Int32Array(entity.length).fill(-1);
  const last = Int32Array.from(entity);
  entity.forEach((first, row) => {
    if (first === row) return;
    next[last[first]!] = row;
    last[first] = row;
  });
  const lists = new Map<number, Lists>();
  const listsOf = (first: number): Lists => {
    const known = lists.get(first);
    if (known) return known;
    const rows: number[] = [];
    for (let row = first; row >= 0; row = next[row]!) rows.push(row);
    const made = profileOf(table, rows);
    lists.set(first, made);
    return made;
  };
  const asked = new Map<number, Profiled>();
  return (x: number, y: number): Profiled => {
    const [one, other] = x < y ? [x, y] : [y, x];
    const key = one * entity.length + other;
    let known = asked.get(key);
    if (!known) {
      const group = pairGroup(table, one, other);
      const bits = scorer.of(listsOf(one), 0, listsOf(other), 0, table.kind[one]!, group);
      known = { bits, contradicts: isContradiction(scorer.agreement) };
      asked.set(key, known);
    }
    return known;
  };
}

// What the company of each pair says: sums over the pairs that were kept.
function companyOf(table: RecordTable, edges: Edges, entity: Int32Array, rules: ClusterRules) {
  const size = new Uint32Array(entity.length);
  for (const first of entity) size[first]! += 1;
  const sum = new Float64Array(entity.length);
  const count = new Uint32Array(entity.length);
  const rival = new Float32Array(entity.length);
  const pairs = new Map<number, { sum: number; count: number; never: boolean }>();
  const keyOf = (x: number, y: number) => Math.min(x, y) * entity.length + Math.max(x, y);
  for (let at = 0; at < edges.a.length; at += 1) {
    const [a, b] = [edges.a[at]!, edges.b[at]!];
    const bits = clip(edges.bits[at]!);
    if (entity[a] === entity[b]) {
      for (const row of [a, b]) {
        sum[row]! += bits;
        count[row]! += 1;
      }
      continue;
    }
    for (const row of [a, b]) rival[row] = Math.max(rival[row]!, bits);
    const key = keyOf(entity[a]!, entity[b]!);
    const known = pairs.get(key) ?? { sum: 0, count: 0, never: false };
    known.sum += bits;
    known.count += 1;
    known.never ||= mustBeApart(table, a, b, rules);
    pairs.set(key, known);
  }
  return {
    size,
    /** For each row the best odds with a record of another entity, from one half on. */
    rival,
    /** What the other records of its entity say of a row on average, the pair at hand left out. */
    support(row: number, at: number): number {
      const others = size[entity[row]!]! - 2;
      const unseen = others - (count[row]! - 1);
      return (sum[row]! - clip(edges.bits[at]!) + unseen * unseenTogether) / others;
    },
    /** What all pairs of two entities say on average. */
    between(x: number, y: number): number {
      const known = pairs.get(keyOf(x, y))!;
      if (known.never) return never;
      const all = size[x]! * size[y]!;
      return (known.sum + (all - known.count) * unseenApart) / all;
    },
  };
}

const clip = (bits: number): number => Math.max(lowest, Math.min(highest, bits));
