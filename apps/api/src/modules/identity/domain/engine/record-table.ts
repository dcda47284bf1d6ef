/** For each column, the values of each record: those of record `r` are `value[c][start[c][r]]` … `value[c][start[c][r + 1] - 1]`. */
export interface Lists {
  start: Uint32Array[];
  value: Uint32Array[];
  /** How many columns there are. */
  width: number;
  /**
   * The same at a glance, a record's columns side by side: at `r * width + c` the one value that record `r` has in column `c`, `nothingSaid`,
   * or `manySaid`. Two records are compared within a few lines of memory.
   */
  heads: Int32Array;
}

/** In `Lists.heads`: no value. */
export const nothingSaid = -1;
/** In `Lists.heads`: several values. */
export const manySaid = -2;

/** Writes `heads` from the lists of so many records. */
export function writeHeads({ start, value, width, heads }: Lists, size: number): void {
  for (let column = 0; column < width; column += 1) {
    const from = start[column]!;
    const values = value[column]!;
    for (let row = 0; row < size; row += 1) {
      const many = from[row + 1]! - from[row]!;
      heads[row * width + column] = many === 1 ? values[from[row]!]! : many === 0 ? nothingSaid : manySaid;
    }
  }
}

/** The distinct values of one column. */
export interface Dictionary {
  /** Where the letters of value `v` begin in `code`; they end where those of `v + 1` begin. */
  start: Uint32Array;
  code: Uint16Array;
  /** How many records have it. */
  count: Uint32Array;
  /** How many different names have it, about. */
  names: Uint32Array;
  /** How many records have any value of the column. */
  holders: number;
  /** The chance, 0 to 1, that somebody else has the same value. */
  share: Float32Array;
  /** 1 for a value that so many different people have that it says nothing. */
  common: Uint8Array;
  /** 1 for a mailbox or phone that people with different names were seen with: a household's, not one person's. */
  shared: Uint8Array;
  /** The letters of each value as bits (`lettersOf`): of a mailbox its local part, of a street what follows the number. */
  letters: Int32Array;
  /** Four facts of each value, by column: names `[sound, form, form, form]`, mailbox `[at, 1 when it names a household, …]`, street `[letters of the number, its kind, …]`. */
  fact: Int32Array;
}

/** The words of the names of organisations. */
export interface Words {
  /** The words of value `v` of the column `organisation` are `word[start[v]]` … `word[start[v + 1] - 1]`. */
  start: Uint32Array;
  word: Uint32Array;
  /** Letters of each word, and how much it tells: bits, the rarer the more. */
  letters: Uint32Array;
  code: Uint16Array;
  bits: Float32Array;
}

/** Normalised records in columns of numbers: shared memory, so that threads read it without copying. */
export interface RecordTable {
  size: number;
  /** Ids in the table's own order, which does not depend on the order of arrival. */
  ids: string[];
  /** For each record, in the order in which they came, its row. */
  rowOf: Uint32Array;
  sources: string[];
  source: Uint16Array;
  /** 0 person, 1 organisation. */
  kind: Uint8Array;
  suffix: Uint8Array;
  lists: Lists;
  dictionaries: Dictionary[];
  words: Words;
  /** Fields without a meaning, in the order of their columns. */
  others: string[];
}
