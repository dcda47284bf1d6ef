import { DisjointSets } from './disjoint-sets.ts';
import type { Edges } from './score-blocks.ts';

/** A household of more entities than this is an address of many, and none. */
const mostInHousehold = 12;

/**
 * Households, by the way: entities joined by pairs that are most likely relatives and share an address, a phone or a mailbox.
 * Gives for each record the smallest entity of its household; a record alone is its own.
 */
export function householdsOf(entity: Int32Array, edges: Edges): Int32Array {
  const sets = new DisjointSets(entity.length);
  for (let at = 0; at < edges.kinA.length; at += 1)
    sets.join(entity[edges.kinA[at]!]!, entity[edges.kinB[at]!]!);
  const sizes = new Map<number, Set<number>>();
  for (const first of entity) {
    const root = sets.root(first);
    const members = sizes.get(root) ?? new Set<number>();
    members.add(first);
    sizes.set(root, members);
  }
  return entity.map((first) => {
    const root = sets.root(first);
    return sizes.get(root)!.size > mostInHousehold ? first : root;
  });
}
