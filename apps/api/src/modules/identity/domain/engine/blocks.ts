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

/**
 * Lays the records of a table into blocks. A block over its rule's cap is not dropped: its records are compared where they share
 * one more thing, or two. Which pairs come out does not depend on the order of records.
 */
export function makeBlocks(table: RecordTable): Blocks {
  const sizes: number[] = [];
  const members = new Keyed();
  const further = refinements(table);
  for (const rule of keyRules(table)) {
    const keyed = collect(table.size, rule);
    let large = take(keyed, rule.cap, sizes, members);
    for (let depth = 0; depth < 2 && large.length > 0; depth += 1) {
      const finer = new Keyed();
      for (let at = 0; at < large.length; at += 1) {
        const key = large.keys[at]!;
        const row = large.rows[at]!;
        for (const { keysOf } of further) keysOf(row, (more) => finer.push(hashPair(key, more), row));
      }
      large = take(finer, rule.cap, sizes, members);
    }
  }
  return layBlocks(table.size, sizes, members);
}

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

// Groups equal keys; blocks of two up to the cap are taken, larger ones given back.
function take(keyed: Keyed, cap: number, sizes: number[], members: Keyed): Keyed {
  let room = 1024;
  while (room < keyed.length * 2) room *= 2;
  const slotKey = new Float64Array(room).fill(-1);
  const slotGroup = new Int32Array(room);
  const counts: number[] = [];
  const group = new Int32Array(keyed.length);
  const lastRow: number[] = [];
  for (let at = 0; at < keyed.length; at += 1) {
    const key = keyed.keys[at]!;
    let slot = (Math.imul(key | 0, 0x9e3779b1) ^ (key / 4294967296)) & (room - 1);
    while (slotKey[slot] !== -1 && slotKey[slot] !== key) slot = (slot + 1) & (room - 1);
    if (slotKey[slot] === -1) {
      slotKey[slot] = key;
      slotGroup[slot] = counts.length;
      counts.push(0);
      lastRow.push(-1);
    }
    const number = slotGroup[slot]!;
    if (lastRow[number] === keyed.rows[at]) {
      group[at] = -1;
      continue;
    }
    lastRow[number] = keyed.rows[at]!;
    group[at] = number;
    counts[number]! += 1;
  }
  const large = new Keyed();
  const blockOf = new Int32Array(counts.length).fill(-1);
  for (let at = 0; at < keyed.length; at += 1) {
    const number = group[at]!;
    if (number < 0 || counts[number]! < 2) continue;
    if (counts[number]! > cap) {
      large.push(keyed.keys[at]!, keyed.rows[at]!);
      continue;
    }
    if (blockOf[number] === -1) {
      blockOf[number] = sizes.length;
      sizes.push(counts[number]!);
    }
    members.push(blockOf[number]!, keyed.rows[at]!);
  }
  return large;
}

function layBlocks(size: number, sizes: number[], members: Keyed): Blocks {
  const shared = (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4));
  const start = shared(sizes.length + 1);
  const from = shared(size + 1);
  sizes.forEach((count, block) => {
    start[block + 1] = start[block]! + count;
  });
  for (let at = 0; at < members.length; at += 1) from[members.rows[at]! + 1]! += 1;
  for (let row = 0; row < size; row += 1) from[row + 1]! += from[row]!;
  const rows = shared(members.length);
  const block = shared(members.length);
  const nextRow = start.slice();
  const nextBlock = from.slice();
  for (let at = 0; at < members.length; at += 1) {
    const number = members.keys[at]!;
    rows[nextRow[number]!++] = members.rows[at]!;
  }
  for (let number = 0; number < sizes.length; number += 1)
    for (let at = start[number]!; at < start[number + 1]!; at += 1) block[nextBlock[rows[at]!]!++] = number;
  return { size: sizes.length, start, rows, from, block };
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
