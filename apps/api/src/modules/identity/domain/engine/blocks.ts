import { groupKeys, Keyed } from './group-keys.ts';
import { hashPair } from './hash.ts';
import { type KeyRule, KeySink, keyRules, refinements } from './keys.ts';
import { Numbers } from './numbers.ts';
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
  const laid = new LaidBlocks(rule.cap);
  let large = laid.take(collect(table.size, rule));
  const further = large.length > 0 ? refinements(table) : [];
  for (let depth = 0; depth < 2 && large.length > 0; depth += 1) large = laid.take(refine(large, further));
  return laid.blocks();
}

/** How many rules a table is laid into blocks by. */
export const ruleCount = (table: RecordTable): number => keyRules(table).length;

function collect(size: number, rule: KeyRule): Keyed {
  const keyed = new Keyed();
  const told = new KeySink();
  for (let row = 0; row < size; row += 1) {
    told.length = 0;
    rule.keysOf(row, told);
    for (let at = 0; at < told.length; at += 1)
      if (at === 0 || told.keys[at] !== told.keys[at - 1]) keyed.push(told.keys[at]!, row, 0);
  }
  return keyed;
}

/** A note of how many rows a block has, and by what it was refined: 0 by nothing, otherwise the place of the thing plus one, and which of the row's own it was. */
const noteOf = (rows: number, by: number): number => rows * 256 + by;
const rowsIn = (note: number): number => note >>> 8;
const byIn = (note: number): number => note & 255;

// The rows of large blocks by one more thing. Two things are asked in one order only: the other way round they are the same rows, or
// the second alone was enough. Of a thing that a record has several of each goes with each.
function refine(large: Keyed, further: readonly KeyRule[]): Keyed {
  const finer = new Keyed();
  const more = new KeySink();
  for (let at = 0; at < large.length; at += 1) {
    const key = large.keys[at]!;
    const row = large.rows[at]!;
    const note = large.notes[at]!;
    const before = (byIn(note) >>> 4) - 1;
    for (let place = Math.max(0, before); place < further.length; place += 1) {
      more.length = 0;
      further[place]!.keysOf(row, more);
      for (let one = 0; one < more.length; one += 1) {
        if (place === before && one === (byIn(note) & 15)) continue;
        finer.push(hashPair(key, more.keys[one]!), row, noteOf(rowsIn(note), (place + 1) * 16 + one));
      }
    }
  }
  return finer;
}

/** Blocks of one rule while they are laid, numbered as they are met. */
class LaidBlocks {
  private readonly sizes = new Numbers();
  private readonly block = new Numbers();
  private readonly row = new Numbers();

  constructor(private readonly cap: number) {}

  /** Takes blocks of two rows up to the cap, and gives back what stands in larger ones. */
  take(keyed: Keyed): Keyed {
    const { group, rows } = groupKeys(keyed);
    const large = new Keyed();
    const number = new Int32Array(rows.length).fill(-1);
    for (let at = 0; at < keyed.length; at += 1) {
      const one = group[at]!;
      if (one < 0) continue;
      const size = rows[one]!;
      if (size > this.cap) {
        const note = keyed.notes[at]!;
        // What all have in common refines nothing: by anything further they come to the blocks that are there already.
        if (size !== rowsIn(note)) large.push(keyed.keys[at]!, keyed.rows[at]!, noteOf(size, byIn(note)));
        continue;
      }
      if (number[one] === -1) {
        number[one] = this.sizes.length;
        this.sizes.push(size);
      }
      this.block.push(number[one]!);
      this.row.push(keyed.rows[at]!);
    }
    return large;
  }

  blocks(): RuleBlocks {
    const sizes = this.sizes.taken();
    const next = new Uint32Array(sizes.length);
    for (let block = 1; block < sizes.length; block += 1) next[block] = next[block - 1]! + sizes[block - 1]!;
    const rows = new Uint32Array(this.row.length);
    for (let at = 0; at < rows.length; at += 1) rows[next[this.block.array[at]!]!++] = this.row.array[at]!;
    return { sizes, rows };
  }
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
    for (let of = 0; of < piece.sizes.length; of += 1) {
      start[number + 1] = start[number]! + piece.sizes[of]!;
      number += 1;
    }
  }
  for (let index = 0; index < members; index += 1) from[rows[index]! + 1]! += 1;
  for (let row = 0; row < size; row += 1) from[row + 1]! += from[row]!;
  const next = from.slice();
  for (let one = 0; one < count; one += 1)
    for (let index = start[one]!; index < start[one + 1]!; index += 1) block[next[rows[index]!]!++] = one;
  return { size: count, start, rows, from, block };
}

/**
 * Visits each pair of records once, block by block from `first` to before `end`. People and organisations are never a pair. Of `oneIn`
 * pairs only one is visited, always the same one.
 */
export function eachPair(
  table: RecordTable,
  blocks: Blocks,
  first: number,
  end: number,
  visit: (a: number, b: number) => void,
  oneIn = 1,
): void {
  const { start, rows, from } = blocks;
  const block = new Int32Array(blocks.block.buffer);
  const { kind } = table;
  const part = 4294967296 / oneIn;
  for (let number = first; number < end; number += 1) {
    const last = start[number + 1]!;
    for (let i = start[number]!; i < last; i += 1) {
      const a = rows[i]!;
      const fromA = from[a]! | 0;
      for (let j = i + 1; j < last; j += 1) {
        const b = rows[j]!;
        if (kind[a] !== kind[b]) continue;
        if (oneIn > 1 && lotOf(a, b) >= part) continue;
        let atA = fromA;
        let atB = from[b]! | 0;
        // Both are in this block, so the two lists meet there at the latest. Which of them steps on is reckoned, not asked: it cannot be foreseen.
        let ahead = block[atA]! - block[atB]!;
        while (ahead !== 0) {
          const behind = ahead >> 31;
          atA -= behind;
          atB += 1 + behind;
          ahead = block[atA]! - block[atB]!;
        }
        if (block[atA] === number) visit(a, b);
      }
    }
  }
}

const lotOf = (a: number, b: number): number =>
  Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b), 0xc2b2ae35) >>> 0;
