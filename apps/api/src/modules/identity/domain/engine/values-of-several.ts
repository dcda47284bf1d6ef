import { newAgreement } from './agreement.ts';
import { compareNames } from './compare-names.ts';
import { FeatureNumber } from './features.ts';
import { Column } from './record.ts';
import type { RecordTable } from './record-table.ts';

/** A value of more holders than this is looked at through its first ones. */
const most = 24;
const differentGiven = 8;
/** The mark of a value that only organisations have: their sites share a switchboard, and it is weighed by how many. */
export const ofOrganisation = 2;

/**
 * Marks the values of a column that people whose given names differ were seen with, and mailboxes that name a household: two
 * records that share one of them may be two of a family.
 */
export function valuesOfSeveral(table: RecordTable, column: number, into: Uint8Array): void {
  const { count, fact } = table.dictionaries[column]!;
  const start = table.lists.start[column]!;
  const value = table.lists.value[column]!;
  const from = new Uint32Array(count.length + 1);
  for (let at = 0; at < count.length; at += 1) from[at + 1] = from[at]! + count[at]!;
  const rows = new Uint32Array(value.length);
  const next = from.slice();
  for (let row = 0; row < table.size; row += 1)
    for (let at = start[row]!; at < start[row + 1]!; at += 1) rows[next[value[at]!]!++] = row;
  for (let at = 0; at < count.length; at += 1) {
    const holders = rows.subarray(from[at]!, Math.min(from[at + 1]!, from[at]! + most));
    const several =
      (column === Column.email && fact[at * 4 + 1] === 1) ||
      (holders.length > 1 && hasDifferent(table, holders));
    into[at] = several ? 1 : holders.every((row) => table.kind[row] === 1) ? ofOrganisation : 0;
  }
}

const agreement = newAgreement(FeatureNumber.other);

function hasDifferent(table: RecordTable, rows: Uint32Array): boolean {
  const { dictionaries, lists, kind } = table;
  for (let i = 0; i < rows.length; i += 1)
    for (let j = i + 1; j < rows.length; j += 1) {
      const [a, b] = [rows[i]!, rows[j]!];
      if (a === b || kind[a] === 1 || kind[b] === 1) continue;
      compareNames(dictionaries, lists, a, lists, b, agreement);
      if (agreement.level[FeatureNumber.given] === differentGiven) return true;
    }
  return false;
}
