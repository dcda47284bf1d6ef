import { hashCodes, hashPair } from './hash.ts';
import { Column } from './record.ts';
import type { Dictionary, RecordTable } from './record-table.ts';

/** Takes keys. Millions of them are told: one at a time to a function, each would be made an object first. */
export class KeySink {
  keys = new Float64Array(64);
  length = 0;
  add(key: number): void {
    if (this.length === this.keys.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.keys);
      this.keys = larger;
    }
    this.keys[this.length++] = key;
  }
}

/** A rule of which records may be one: it tells the keys of a record; records that share a key are compared. */
export interface KeyRule {
  name: string;
  /** Blocks of more records than this are refined before their records are compared. */
  cap: number;
  keysOf(row: number, into: KeySink): void;
}

/** Marks of the values of a column, from which keys are made; made when they are first asked for. */
type MarksOf = () => Float64Array;

/** The marks of each column of a table. */
interface Marks {
  whole: MarksOf[];
  /** First three letters of given and family names; last seven digits of phones; local part of mailboxes; year of days. */
  part: MarksOf[];
  /** How given and family names sound; the first six letters of mailboxes. */
  sound: MarksOf[];
}

const tight = 200;

// Of many records fewer may share a key that many share by chance: about as many candidates for each record, however many there are.
const looseFor = (records: number): number =>
  Math.round(Math.max(12, Math.min(60, 60 * (20_000 / records) ** 0.45)));

/** The rules for a table, best first. The same rules serve a batch and a single record. */
export function keyRules(table: RecordTable): KeyRule[] {
  const loose = looseFor(table.size);
  const marks = marksOf(table);
  let rule = 0;

  const single = (name: string, column: number, of: MarksOf, cap: number): KeyRule => {
    const seed = ++rule;
    const { start, value, common } = columnOf(table, column);
    return {
      name,
      cap,
      keysOf(row, into) {
        const marks = of();
        for (let at = start[row]!; at < start[row + 1]!; at += 1) {
          const one = value[at]!;
          if (common[one] === 0 && marks[one] !== 0) into.add(hashPair(seed, marks[one]!));
        }
      },
    };
  };
  // A name's word with something else; given and family name alike, for they are often swapped.
  const nameWith = (name: string, names: MarksOf[], column: number, of: MarksOf): KeyRule => {
    const seed = ++rule;
    const { start, value, common } = columnOf(table, column);
    const [given, family] = [columnOf(table, Column.given), columnOf(table, Column.family)];
    return {
      name,
      cap: loose,
      keysOf(row, into) {
        if (start[row] === start[row + 1]) return;
        const marks = of();
        const [ofGiven, ofFamily] = [names[Column.given]!(), names[Column.family]!()];
        for (let at = start[row]!; at < start[row + 1]!; at += 1) {
          const one = value[at]!;
          if (common[one] !== 0 || marks[one] === 0) continue;
          const key = hashPair(seed, marks[one]!);
          withEach(given, row, ofGiven, key, into);
          withEach(family, row, ofFamily, key, into);
        }
      },
    };
  };
  const bothNames = (name: string, of: MarksOf[]): KeyRule => {
    const seed = ++rule;
    const [given, family] = [columnOf(table, Column.given), columnOf(table, Column.family)];
    return {
      name,
      cap: loose,
      keysOf(row, into) {
        const [ofGiven, ofFamily] = [of[Column.given]!(), of[Column.family]!()];
        for (let at = given.start[row]!; at < given.start[row + 1]!; at += 1) {
          const first = ofGiven[given.value[at]!]!;
          if (first === 0 || given.common[given.value[at]!] !== 0) continue;
          for (let to = family.start[row]!; to < family.start[row + 1]!; to += 1) {
            const second = ofFamily[family.value[to]!]!;
            if (second === 0 || family.common[family.value[to]!] !== 0) continue;
            into.add(hashPair(seed, first < second ? hashPair(first, second) : hashPair(second, first)));
          }
        }
      },
    };
  };
  const words = (name: string): KeyRule => {
    const seed = ++rule;
    const { start: first, word, bits, letters, code } = table.words;
    const { start, value, common } = columnOf(table, Column.organisation);
    return {
      name,
      cap: loose,
      keysOf(row, into) {
        for (let at = start[row]!; at < start[row + 1]!; at += 1) {
          const one = value[at]!;
          if (common[one] !== 0) continue;
          const rare = [...word.subarray(first[one]!, first[one + 1]!)]
            .sort((a, b) => bits[b]! - bits[a]! || a - b)
            .filter((each) => bits[each]! > 2);
          for (const each of rare.slice(0, 5))
            into.add(hashPair(seed, hashCodes(code, letters[each]!, letters[each + 1]!, 7)));
        }
      },
    };
  };

  const { whole, part, sound } = marks;
  return [
    single('id', Column.id, whole[Column.id]!, tight),
    single('mailbox', Column.email, whole[Column.email]!, tight),
    single('phone', Column.phone, part[Column.phone]!, tight),
    single('web', Column.web, whole[Column.web]!, tight),
    single('name of the mailbox', Column.email, part[Column.email]!, loose),
    bothNames('names', whole),
    nameWith('name and day of birth', part, Column.birth, whole[Column.birth]!),
    nameWith('name and address', part, Column.street, whole[Column.street]!),
    nameWith('name and postcode', part, Column.postcode, whole[Column.postcode]!),
    nameWith('name and year of birth', whole, Column.birth, part[Column.birth]!),
    bothNames('sounds of names', sound),
    single('address', Column.street, part[Column.street]!, loose),
    nameWith('name and mailbox', part, Column.email, sound[Column.email]!),
    single('beginning of the mailbox', Column.email, sound[Column.email]!, loose),
    single('day of birth', Column.birth, whole[Column.birth]!, loose),
    words('rare word'),
    nameWith('name and city', whole, Column.city, whole[Column.city]!),
    single('family name', Column.family, whole[Column.family]!, loose),
    single('given name', Column.given, whole[Column.given]!, loose),
    ...table.others.map((field, at) => single(field, Column.other + at, whole[Column.other + at]!, loose)),
  ];
}

/** What refines a block that is too large: one more thing that its records must share. */
export function refinements(table: RecordTable): KeyRule[] {
  const loose = looseFor(table.size);
  const { whole, part, sound } = marksOf(table);
  const by = (name: string, column: number, of: MarksOf, seed: number): KeyRule => {
    const { start, value } = columnOf(table, column);
    return {
      name,
      cap: loose,
      keysOf(row, into) {
        const marks = of();
        for (let at = start[row]!; at < start[row + 1]!; at += 1) {
          const mark = marks[value[at]!]!;
          if (mark !== 0) into.add(hashPair(seed, mark));
        }
      },
    };
  };
  return [
    by('given name', Column.given, part[Column.given]!, 101),
    by('family name', Column.family, sound[Column.family]!, 102),
    by('year of birth', Column.birth, part[Column.birth]!, 103),
    by('postcode', Column.postcode, whole[Column.postcode]!, 104),
    by('city', Column.city, whole[Column.city]!, 105),
    by('mailbox', Column.email, part[Column.email]!, 106),
    by('address', Column.street, whole[Column.street]!, 107),
    by('middle name', Column.middle, whole[Column.middle]!, 108),
    by('organisation', Column.organisation, whole[Column.organisation]!, 109),
  ];
}

/** What each record has in a column, and which of it says nothing. */
interface ColumnOf {
  start: Uint32Array;
  value: Uint32Array;
  common: Uint8Array;
}

const columnOf = ({ lists, dictionaries }: RecordTable, column: number): ColumnOf => ({
  start: lists.start[column]!,
  value: lists.value[column]!,
  common: dictionaries[column]!.common,
});

function withEach(
  { start, value, common }: ColumnOf,
  row: number,
  marks: Float64Array,
  key: number,
  into: KeySink,
): void {
  for (let at = start[row]!; at < start[row + 1]!; at += 1) {
    const one = value[at]!;
    if (common[one] === 0 && marks[one] !== 0) into.add(hashPair(marks[one]!, key));
  }
}

const kept = new WeakMap<RecordTable, Marks>();

/** Forgets the marks of a table: what they were made for is done. */
export const forgetMarks = (table: RecordTable): boolean => kept.delete(table);

function marksOf(table: RecordTable): Marks {
  const known = kept.get(table);
  if (known) return known;
  const once = (make: () => Float64Array): MarksOf => {
    let made: Float64Array | undefined;
    return () => {
      made ??= make();
      return made;
    };
  };
  const { dictionaries } = table;
  const none = once(() => new Float64Array(0));
  const marks: Marks = {
    whole: dictionaries.map((dictionary) => once(() => markValues(dictionary, whole))),
    part: dictionaries.map((dictionary, column) => {
      const cut = cuts[column];
      return cut ? once(() => markValues(dictionary, cut)) : none;
    }),
    sound: dictionaries.map((dictionary, column) =>
      column === Column.given || column === Column.family
        ? once(() =>
            Float64Array.from(
              { length: dictionary.count.length },
              (_, value) => dictionary.fact[value * 4]! >>> 0,
            ),
          )
        : column === Column.email
          ? once(() => markValues(dictionary, ({ fact }, value) => (fact[value * 4]! > 5 ? 6 : 0)))
          : none,
    ),
  };
  kept.set(table, marks);
  return marks;
}

/** How much of a value makes its mark: so many letters from its beginning, or where negative from its end. */
type Cut = (dictionary: Dictionary, value: number) => number;

const lengthOf = ({ start }: Dictionary, value: number): number => start[value + 1]! - start[value]!;
const whole: Cut = lengthOf;
const firstThree: Cut = (dictionary, value) => Math.min(3, lengthOf(dictionary, value));

const cuts: Record<number, Cut> = {
  [Column.given]: firstThree,
  [Column.family]: firstThree,
  [Column.email]: ({ fact }, value) => (fact[value * 4]! > 4 ? fact[value * 4]! : 0),
  [Column.phone]: (dictionary, value) => -Math.min(7, lengthOf(dictionary, value)),
  [Column.birth]: (dictionary, value) => Math.min(4, lengthOf(dictionary, value)),
  [Column.street]: ({ start, code }, value) => {
    const end = start[value + 1]!;
    let at = start[value]!;
    for (let words = 0; at < end; at += 1) if (code[at] === space && ++words === 2) break;
    return at - start[value]!;
  },
};
const space = 32;

function markValues(dictionary: Dictionary, cut: Cut): Float64Array {
  const { start, code } = dictionary;
  const marks = new Float64Array(dictionary.count.length);
  for (let value = 0; value < marks.length; value += 1) {
    const letters = cut(dictionary, value);
    if (letters === 0) continue;
    const from = letters > 0 ? start[value]! : start[value + 1]! + letters;
    marks[value] = hashCodes(code, from, from + Math.abs(letters), 5);
  }
  return marks;
}
