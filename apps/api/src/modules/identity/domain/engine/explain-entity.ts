import { DisjointSets } from './disjoint-sets.ts';
import type { Edges } from './score-blocks.ts';

/** A link of an entity: two of its records and the bits between them. */
export interface Link {
  a: number;
  b: number;
  bits: number;
}

/** Why the records of an entity are together. */
export interface EntityExplanation {
  /** The strongest links that hold all of it together (a maximum spanning tree; Kruskal 1956), strongest first. */
  links: Link[];
  /** Without it the entity would fall in two. `null` for a record alone. */
  weakest: Link | null;
  /** The entity that comes nearest from outside: one of its records, the record here, and the bits; `null` when none comes near. */
  nearest: { row: number; to: number; bits: number } | null;
}

/** Explains the entity of a row. Links that were never candidates (held only by averages) are not known and not told. */
export function explainEntity(edges: Edges, entity: Int32Array, row: number): EntityExplanation {
  const inside: Link[] = [];
  let nearest: EntityExplanation['nearest'] = null;
  for (let at = 0; at < edges.a.length; at += 1) {
    const [a, b, bits] = [edges.a[at]!, edges.b[at]!, edges.bits[at]!];
    const [here, there] = [entity[a] === entity[row], entity[b] === entity[row]];
    if (here && there) inside.push({ a, b, bits });
    else if ((here || there) && bits > (nearest?.bits ?? -Infinity))
      nearest = here ? { row: b, to: a, bits } : { row: a, to: b, bits };
  }
  inside.sort((one, other) => other.bits - one.bits || one.a - other.a || one.b - other.b);
  const sets = new DisjointSets(entity.length);
  const links = inside.filter(({ a, b }) => {
    if (sets.root(a) === sets.root(b)) return false;
    sets.join(a, b);
    return true;
  });
  return { links, weakest: links.at(-1) ?? null, nearest };
}
