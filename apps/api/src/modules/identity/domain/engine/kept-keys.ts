import { eachKeptKey } from './match-one.ts';
import type { RecordTable } from './record-table.ts';

/** Keys, and for each the row of the record that has it. */
export interface KeptKeys {
  keys: Float64Array;
  rows: Uint32Array;
}

/** The keys by which the records from row `first` to before `end` are found again. */
export function keptKeysOf(table: RecordTable, first: number, end: number): KeptKeys {
  let keys = new Float64Array(Math.max(16, (end - first) * 8));
  let rows = new Uint32Array(keys.length);
  let length = 0;
  eachKeptKey(
    table,
    (row, key) => {
      if (length === keys.length) {
        const larger = new Float64Array(length * 2);
        larger.set(keys);
        keys = larger;
        const more = new Uint32Array(length * 2);
        more.set(rows);
        rows = more;
      }
      keys[length] = key;
      rows[length++] = row;
    },
    first,
    end,
  );
  return { keys: keys.slice(0, length), rows: rows.slice(0, length) };
}

/** Keys have 53 bits; their first twenty say into which of a million heaps they go. */
const heaps = 2 ** 20;
const heapOf = (key: number): number => Math.floor(key / 2 ** 33);

/** All keys in about rising order: near enough for an index to be filled from left to right. */
export function inOrder(pieces: readonly KeptKeys[]): KeptKeys {
  const next = new Uint32Array(heaps + 1);
  for (const { keys } of pieces) for (const key of keys) next[heapOf(key) + 1]! += 1;
  for (let heap = 0; heap < heaps; heap += 1) next[heap + 1]! += next[heap]!;
  const keys = new Float64Array(next[heaps]!);
  const rows = new Uint32Array(keys.length);
  for (const piece of pieces)
    for (let at = 0; at < piece.keys.length; at += 1) {
      const key = piece.keys[at]!;
      const place = next[heapOf(key)]!++;
      keys[place] = key;
      rows[place] = piece.rows[at]!;
    }
  return { keys, rows };
}
