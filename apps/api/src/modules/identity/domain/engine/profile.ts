import { type Lists, type RecordTable, writeHeads } from './record-table.ts';

/** The union of the values of some records, as lists of one record: what an entity is known to be. */
export function profileOf(table: RecordTable, rows: readonly number[]): Lists {
  const { width } = table.lists;
  const lists: Lists = { start: [], value: [], width, heads: new Int32Array(width) };
  for (let column = 0; column < width; column += 1) {
    const start = table.lists.start[column]!;
    const value = table.lists.value[column]!;
    const values: number[] = [];
    for (const row of rows)
      for (let at = start[row]!; at < start[row + 1]!; at += 1)
        if (!values.includes(value[at]!)) values.push(value[at]!);
    lists.start.push(Uint32Array.of(0, values.length));
    lists.value.push(Uint32Array.from(values));
  }
  writeHeads(lists, 1);
  return lists;
}
