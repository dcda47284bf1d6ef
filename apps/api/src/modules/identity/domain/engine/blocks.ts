import { hashPair } from './hash.ts';
import { type KeyRule, keyRules, refinements } from './keys.ts';
import type { RecordTable } from './record-table.ts';

/** Groups of records that are compared with each other. Block `b` holds `rows[start[b]]` … `rows[start[b + 1] - 1]`, rising. */
export interface Blocks {
  size: number;
  start: Uint32Array;
  rows: Uint32Array;
  /** The blocks of record `r` are `block[from[r]]` … `block[from[r + 1] - 1]`, rising: a pair is compared in its first common one. */
  from: Uint32Array;
  block: Uint32Array;
}

/** Growing columns of (key, row). */
class Keyed {
  keys = new Float64Array(4096);
  rows = new Uint32Array(4096);
  length = 0;
  push(key: number, row: number): void {
    if (this.length === this.keys.length) {
      const keys = new Float64Array(this.length * 2);
      keys.set(this.keys);
      this.keys = keys;
      const rows = new Uint32Array(this.length * 2);
      rows.set(this.rows);
      this.rows = rows;
    }
    this.keys[this.length] = key;
    this.rows[this.length++] = row;
  }
}

/** The blocks of one rule: block `b` has the next `sizes[b]` of the `rows`. */
export interface RuleBlocks {
  sizes: Uint32Array;
  rows: Uint32Array;
}

/**
 * Lays the records of a table into the blocks of one rule. A block over the rule's cap is not dropped: its records are compared where
 * they share one more thing, or two. Which pairs come out does not depend on the order of records.
 */
export function blocksOfRule(table: RecordTable, number: number): RuleBlocks {
  const rule = keyRules(table)[number]!;
  const sizes: number[] = [];
  const members = new Keyed();
  let large = take(collect(table.size, rule), rule.cap, sizes, members);
  const further = large.length > 0 ? refinements(table) : [];
  for (let depth = 0; depth < 2 && large.length > 0; depth += 1) {
    const finer = new Keyed();
    for (let at = 0; at < large.length; at += 1) {
      const key = large.keys[at]!;
      const row = large.rows[at]!;
      for (const { keysOf } of further) keysOf(row, (more) => finer.push(hashPair(key, more), row));
    }
    large = take(finer, rule.cap, sizes, members);
  }
  const next = new Uint32Array(sizes.length);
  for (let block = 1; block < sizes.length; block += 1) next[block] = next[block - 1]! + sizes[block - 1]!;
  const rows = new Uint32Array(members.length);
  for (let at = 0; at < members.length; at += 1) rows[next[members.keys[at]!]!++] = members.rows[at]!;
  return { sizes: Uint32Array.from(sizes), rows };
}

/** How many rules a table is laid into blocks by. */
export const ruleCount = (table: RecordTable): number => keyRules(table).length;

function collect(size: number, rule: KeyRule): Keyed {
  const keyed = new Keyed();
  let last = -1;
  let current = 0;
  const tell = (key: number) => {
    if (key === last) return;
    last = key;
    keyed.push(key, current);
  };
  for (let row = 0; row < size; row += 1) {
    current = row;
    last = -1;
    rule.keysOf(row, tell);
  }
  return keyed;
}

/** Of each place among the groups: the two halves of its key, how many rows have it, and the last of them, later the number of its block. */
const placeWidth = 4;

// Groups equal keys; blocks of two up to the cap are taken, larger ones given back. All of a group lies in one line of memory.
function take(keyed: Keyed, cap: number, sizes: number[], members: Keyed): Keyed {
  const { keys, rows, length } = keyed;
  let room = 1024;
  while (room < length * 1.5) room *= 2;
  const places = new Int32Array(room * placeWidth);
  const group = new Int32Array(length);
  for (let at = 0; at < length; at += 1) {
    const key = keys[at]!;
    const low = key | 0;
    const high = (key / 4294967296) | 0;
    let slot = (Math.imul(low, 0x9e3779b1) ^ high) & (room - 1);
    let place = slot * placeWidth;
    while (places[place + 2] !== 0 && (places[place] !== low || places[place + 1] !== high)) {
      slot = (slot + 1) & (room - 1);
      place = slot * placeWidth;
    }
    const row = rows[at]!;
    if (places[place + 2] === 0) {
      places[place] = low;
      places[place + 1] = high;
    } else if (places[place + 3] === row) {
      group[at] = -1;
      continue;
    }
    places[place + 2]! += 1;
    places[place + 3] = row;
    group[at] = place;
  }
  for (let place = 3; place < places.length; place += placeWidth) places[place] = -1;
  const large = new Keyed();
  for (let at = 0; at < length; at += 1) {
    const place = group[at]!;
    if (place < 0) continue;
    const count = places[place + 2]!;
    if (count < 2) continue;
    if (count > cap) {
      large.push(keys[at]!, rows[at]!);
      continue;
    }
    if (places[place + 3] === -1) {
      places[place + 3] = sizes.length;
      sizes.push(count);
    }
    members.push(places[place + 3]!, rows[at]!);
  }
  return large;
}

/** Joins the blocks of all rules, in their order. */
export function joinBlocks(size: number, pieces: readonly RuleBlocks[]): Blocks {
  const shared = (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4));
  const count = pieces.reduce((sum, { sizes }) => sum + sizes.length, 0);
  const members = pieces.reduce((sum, { rows }) => sum + rows.length, 0);
  const start = shared(count + 1);
  const rows = shared(members);
  const from = shared(size + 1);
  const block = shared(members);
  let [at, number] = [0, 0];
  for (const piece of pieces) {
    rows.set(piece.rows, at);
    at += piece.rows.length;
    for (const of of piece.sizes) {
      start[number + 1] = start[number]! + of;
      number += 1;
    }
  }
  for (const row of rows) from[row + 1]! += 1;
  for (let row = 0; row < size; row += 1) from[row + 1]! += from[row]!;
  const next = from.slice();
  for (let one = 0; one < count; one += 1)
    for (let index = start[one]!; index < start[one + 1]!; index += 1) block[next[rows[index]!]!++] = one;
  return { size: count, start, rows, from, block };
}

/** Visits each pair of records once, block by block from `first` to before `end`. People and organisations are never a pair. */
export function eachPair(
  table: RecordTable,
  blocks: Blocks,
  first: number,
  end: number,
  visit: (a: number, b: number) => void,
): void {
  const { start, rows, from, block } = blocks;
  const { kind } = table;
  for (let number = first; number < end; number += 1) {
    const last = start[number + 1]!;
    for (let i = start[number]!; i < last; i += 1) {
      const a = rows[i]!;
      const endA = from[a + 1]!;
      for (let j = i + 1; j < last; j += 1) {
        const b = rows[j]!;
        if (kind[a] !== kind[b]) continue;
        let atA = from[a]!;
        let atB = from[b]!;
        const endB = from[b + 1]!;
        let meet = -1;
        while (atA < endA && atB < endB) {
          const [x, y] = [block[atA]!, block[atB]!];
          if (x === y) {
            meet = x;
            break;
          }
          if (x < y) atA += 1;
          else atB += 1;
        }
        if (meet === number) visit(a, b);
      }
    }
  }
}
