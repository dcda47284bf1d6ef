import { type ClusterRules, mustBeApart } from './cluster.ts';
import type { RecordTable } from './record-table.ts';
import type { Edges } from './score-blocks.ts';

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
 * (crowds of seeds 502 to 504 and the demo company of seed 7, each counting alike); all other sets are tests.
 */
const weights = {
  together: { start: 2.04, own: 0.37, company: 0.27 },
  apart: { start: -0.02, own: 0.33, between: 0.75 },
};

/**
 * What each kept pair comes to in the light of who its two records belong to, in bits. Two records alone are as likely one person as
 * they look. A third record tells more: what others of an entity have in common with both speaks for a pair that has little in common
 * itself; two that came into different entities are as likely one person as the entities are, on average over all their pairs.
 */
export function oddsInCompany(
  table: RecordTable,
  edges: Edges,
  entity: Int32Array,
  rules: ClusterRules = {},
): Float32Array {
  const { size, support, between } = companyOf(table, edges, entity, rules);
  return Float32Array.from(edges.bits, (bits, at) => {
    const [a, b] = [edges.a[at]!, edges.b[at]!];
    const [x, y] = [entity[a]!, entity[b]!];
    if (x === y) {
      if (size[x]! === 2) return bits;
      const { start, own, company } = weights.together;
      return start + own * clip(bits) + company * Math.min(support(a, at), support(b, at));
    }
    const average = between(x, y);
    if (average === never || size[x]! * size[y]! === 1) return Math.min(bits, average);
    const { start, own, between: ofAll } = weights.apart;
    return start + own * clip(bits) + ofAll * average;
  });
}

// What the company of each pair says: sums over the pairs that were kept.
function companyOf(table: RecordTable, edges: Edges, entity: Int32Array, rules: ClusterRules) {
  const size = new Uint32Array(entity.length);
  for (const first of entity) size[first]! += 1;
  const sum = new Float64Array(entity.length);
  const count = new Uint32Array(entity.length);
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
    const key = keyOf(entity[a]!, entity[b]!);
    const known = pairs.get(key) ?? { sum: 0, count: 0, never: false };
    known.sum += bits;
    known.count += 1;
    known.never ||= mustBeApart(table, a, b, rules);
    pairs.set(key, known);
  }
  return {
    size,
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
