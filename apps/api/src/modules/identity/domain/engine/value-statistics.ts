import { hashCodes, hashText } from './hash.ts';
import { Column } from './record.ts';
import type { RecordTable } from './record-table.ts';

/** What a run learnt of one value that more than a household has. */
export interface ValueStatistic {
  column: number;
  /** `markOfValue` of its text. */
  mark: number;
  /** How many records have it. */
  count: number;
  /** The chance, 0 to 1, that somebody else has it too. */
  share: number;
  /** So many different people have it that it says nothing. */
  common: boolean;
}

/** What a run learnt of values: by column the share of one that few have, and those that many have. */
export interface ValueStatistics {
  /** The smallest share of each column: that of a value nobody else was seen with. */
  rare: number[];
  often: Map<number, ValueStatistic>[];
}

/** From this many records on a variant of a name is a name of its own; see `compare-names.ts`. */
const countsAsName = 4;

/** A value by its hash (0 to 2^53 − 1): columns apart. */
export const markOfValue = (column: number, text: string): number => hashText(text, 1000 + column);

/** What a table knows of its values, small enough to be kept: values that only few have are left out. */
export function statisticsOf(table: RecordTable): { rare: number[]; often: ValueStatistic[] } {
  const often: ValueStatistic[] = [];
  const rare = table.dictionaries.map((dictionary, column) => {
    let smallest = 1;
    for (const share of dictionary.share) if (share < smallest) smallest = share;
    const isName = column === Column.given || column === Column.family;
    for (let value = 0; value < dictionary.count.length; value += 1) {
      const count = dictionary.count[value]!;
      const share = dictionary.share[value]!;
      const common = dictionary.common[value] === 1;
      if (share <= smallest && !common && !(isName && count >= countsAsName)) continue;
      const text = textOf(dictionary.start, dictionary.code, value);
      often.push({ column, mark: markOfValue(column, text), count, share, common });
    }
    return smallest;
  });
  return { rare, often };
}

/** Lays kept statistics so that each value is found at once. */
export function laidOut(rare: number[], often: Iterable<ValueStatistic>): ValueStatistics {
  const byColumn = rare.map(() => new Map<number, ValueStatistic>());
  for (const one of often) byColumn[one.column]?.set(one.mark, one);
  return { rare, often: byColumn };
}

/**
 * Writes into a small table what a run over everybody learnt of the values in it: whom it happens to hold beside them is of no account.
 * Of mailboxes and phones only those are kept that several people have.
 */
export function applyStatistics(table: RecordTable, { rare, often }: ValueStatistics): void {
  table.dictionaries.forEach((dictionary, column) => {
    const { start, code } = dictionary;
    const counted = often[column]?.size ? often[column] : null;
    for (let value = 0; value < dictionary.count.length; value += 1) {
      const known = counted?.get(hashCodes(code, start[value]!, start[value + 1]!, 1000 + column));
      dictionary.count[value] = known?.count ?? 1;
      dictionary.share[value] = known?.share ?? rare[column] ?? 0;
      dictionary.common[value] = known?.common ? 1 : 0;
      if (column === Column.email)
        dictionary.shared[value] = known !== undefined || dictionary.fact[value * 4 + 1] === 1 ? 1 : 0;
      if (column === Column.phone) dictionary.shared[value] = known === undefined ? 0 : 1;
    }
  });
}

const textOf = (start: Uint32Array, code: Uint16Array, value: number): string =>
  String.fromCharCode(...code.subarray(start[value]!, start[value + 1]!));
