import { PairScorer } from './cluster.ts';
import type { RecordTable } from './record-table.ts';
import type { Edges, Models } from './score-blocks.ts';

/** A link on which alone two parts of an entity hang together, though the parts speak against it. */
export interface Bridge {
  /** The entity, by its smallest record. */
  entity: number;
  /** The number of the edge. */
  edge: number;
  /** The two parts, smaller first. */
  parts: [number[], number[]];
  /** What all pairs of records of the two parts come to, on average, in bits. */
  bits: number;
}

/** Entities of more records than this are held as a whole and not looked through. */
const largest = 200;

/**
 * The bridges of entities (Tarjan 1974): edges without which an entity would fall into two parts of at least two records each, and
 * whose parts, all pairs of them taken together, speak against being one. Such a link is looked at by a person before it is made.
 */
export function bridgesOf(table: RecordTable, edges: Edges, entity: Int32Array, models: Models): Bridge[] {
  const inside = new Map<number, number[]>();
  for (let at = 0; at < edges.a.length; at += 1) {
    const first = entity[edges.a[at]!]!;
    if (edges.bits[at]! < 0 || entity[edges.b[at]!] !== first) continue;
    const list = inside.get(first);
    if (list) list.push(at);
    else inside.set(first, [at]);
  }
  const scorer = new PairScorer(table, models);
  const found: Bridge[] = [];
  for (const [first, list] of [...inside].sort(([a], [b]) => a - b)) {
    // Three records in a chain have no two parts of two.
    if (list.length < 3 || list.length > largest * 8) continue;
    for (const { edge, parts } of partsAtBridges(edges, list)) {
      if (parts[0].length < 2 || parts[0].length + parts[1].length > largest) continue;
      let sum = 0;
      for (const a of parts[0]) for (const b of parts[1]) sum += scorer.ofRows(a, b);
      const bits = sum / (parts[0].length * parts[1].length);
      if (bits < 0) found.push({ entity: first, edge, parts, bits });
    }
  }
  return found;
}

// Depth first, without recursion: an edge to a child from whose subtree no other edge leads back is a bridge.
function partsAtBridges(
  edges: Edges,
  list: readonly number[],
): { edge: number; parts: [number[], number[]] }[] {
  const links = new Map<number, { to: number; edge: number }[]>();
  const link = (from: number, to: number, edge: number) => {
    const known = links.get(from);
    if (known) known.push({ to, edge });
    else links.set(from, [{ to, edge }]);
  };
  for (const edge of list) {
    link(edges.a[edge]!, edges.b[edge]!, edge);
    link(edges.b[edge]!, edges.a[edge]!, edge);
  }
  const rows = [...links.keys()].sort((a, b) => a - b);
  const seen = new Map<number, number>();
  const low = new Map<number, number>();
  const order: number[] = [];
  const found: { edge: number; parts: [number[], number[]] }[] = [];
  for (const root of rows) {
    if (seen.has(root)) continue;
    const began = order.length;
    const bridges: { edge: number; from: number; to: number }[] = [];
    const path = [{ row: root, by: -1, next: 0 }];
    seen.set(root, order.length);
    low.set(root, order.length);
    order.push(root);
    while (path.length > 0) {
      const here = path.at(-1)!;
      const next = links.get(here.row)![here.next];
      here.next += 1;
      if (next === undefined) {
        path.pop();
        const above = path.at(-1);
        if (!above) continue;
        low.set(above.row, Math.min(low.get(above.row)!, low.get(here.row)!));
        // Rows are numbered as they are met, so those of a subtree stand together.
        if (low.get(here.row)! > seen.get(above.row)!)
          bridges.push({ edge: here.by, from: seen.get(here.row)!, to: order.length });
      } else if (next.edge !== here.by) {
        const met = seen.get(next.to);
        if (met !== undefined) low.set(here.row, Math.min(low.get(here.row)!, met));
        else {
          seen.set(next.to, order.length);
          low.set(next.to, order.length);
          order.push(next.to);
          path.push({ row: next.to, by: next.edge, next: 0 });
        }
      }
    }
    for (const { edge, from, to } of bridges) {
      const one = order.slice(from, to).sort((a, b) => a - b);
      const other = [...order.slice(began, from), ...order.slice(to)].sort((a, b) => a - b);
      found.push({ edge, parts: one.length <= other.length ? [one, other] : [other, one] });
    }
  }
  return found;
}
