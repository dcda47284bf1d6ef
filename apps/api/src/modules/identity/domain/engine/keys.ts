import { hashPair, hashText } from './hash.ts';
import { Column } from './record.ts';
import type { Dictionary, RecordTable } from './record-table.ts';

/** A rule of which records may be one: it tells the keys of a record; records that share a key are compared. */
export interface KeyRule {
  name: string;
  /** Blocks of more records than this are refined before their records are compared. */
  cap: number;
  keysOf(row: number, tell: (key: number) => void): void;
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

const givenAndFamily = [Column.given, Column.family] as const;
const tight = 200;

// Of many records fewer may share a key that many share by chance: about as many candidates for each record, however many there are.
const looseFor = (records: number): number =>
  Math.round(Math.max(12, Math.min(60, 60 * (20_000 / records) ** 0.45)));

/** The rules for a table, best first. The same rules serve a batch and a single record. */
export function keyRules(table: RecordTable): KeyRule[] {
  const { lists, dictionaries } = table;
  const loose = looseFor(table.size);
  const marks = marksOf(table);
  let rule = 0;

  const each = (column: number, row: number, visit: (value: number) => void): void => {
    const start = lists.start[column]!;
    for (let at = start[row]!; at < start[row + 1]!; at += 1) {
      const value = lists.value[column]![at]!;
      if (dictionaries[column]!.common[value] === 0) visit(value);
    }
  };
  const single = (name: string, column: number, of: MarksOf, cap: number): KeyRule => {
    const seed = ++rule;
    return {
      name,
      cap,
      keysOf: (row, tell) =>
        each(column, row, (value) => {
          const mark = of()[value]!;
          if (mark !== 0) tell(hashPair(seed, mark));
        }),
    };
  };
  // A name's word with something else; given and family name alike, for they are often swapped.
  const nameWith = (name: string, names: MarksOf[], column: number, of: MarksOf): KeyRule => {
    const seed = ++rule;
    return {
      name,
      cap: loose,
      keysOf: (row, tell) =>
        each(column, row, (value) => {
          const mark = of()[value]!;
          if (mark === 0) return;
          const key = hashPair(seed, mark);
          for (const word of givenAndFamily) {
            const marks = names[word]!();
            each(word, row, (one) => {
              if (marks[one] !== 0) tell(hashPair(marks[one]!, key));
            });
          }
        }),
    };
  };
  const bothNames = (name: string, of: MarksOf[]): KeyRule => {
    const seed = ++rule;
    return {
      name,
      cap: loose,
      keysOf: (row, tell) =>
        each(Column.given, row, (given) =>
          each(Column.family, row, (family) => {
            const [first, second] = [of[Column.given]!()[given]!, of[Column.family]!()[family]!];
            if (first !== 0 && second !== 0)
              tell(hashPair(seed, first < second ? hashPair(first, second) : hashPair(second, first)));
          }),
        ),
    };
  };
  const words = (name: string): KeyRule => {
    const seed = ++rule;
    const { start, word, bits, letters, code } = table.words;
    return {
      name,
      cap: loose,
      keysOf: (row, tell) =>
        each(Column.organisation, row, (value) => {
          const rare = [...word.subarray(start[value]!, start[value + 1]!)]
            .sort((a, b) => bits[b]! - bits[a]! || a - b)
            .filter((one) => bits[one]! > 2);
          const hashes = rare.slice(0, 5).map((one) => hashText(textOf(letters, code, one), 7));
          for (const hash of hashes) tell(hashPair(seed, hash));
        }),
    };
  };
  const oneWord = (name: string, column: number): KeyRule => {
    const seed = ++rule;
    return {
      name,
      cap: loose,
      keysOf: (row, tell) =>
        each(column, row, (value) => tell(hashPair(seed, marks.whole[column]!()[value]!))),
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
    oneWord('family name', Column.family),
    oneWord('given name', Column.given),
    ...table.others.map((field, at) => single(field, Column.other + at, whole[Column.other + at]!, loose)),
  ];
}

/** What refines a block that is too large: one more thing that its records must share. */
export function refinements(table: RecordTable): KeyRule[] {
  const loose = looseFor(table.size);
  const { whole, part, sound } = marksOf(table);
  const by = (name: string, column: number, of: MarksOf, seed: number): KeyRule => ({
    name,
    cap: loose,
    keysOf: (row, tell) => {
      const start = table.lists.start[column]!;
      for (let at = start[row]!; at < start[row + 1]!; at += 1) {
        const mark = of()[table.lists.value[column]![at]!]!;
        if (mark !== 0) tell(hashPair(seed, mark));
      }
    },
  });
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

const textOf = (start: Uint32Array, code: Uint16Array, value: number): string =>
  String.fromCharCode(...code.subarray(start[value]!, start[value + 1]!));

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
    whole: dictionaries.map((dictionary) => once(() => markValues(dictionary, (text) => text))),
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
          ? once(() => markValues(dictionary, (text) => (text.lastIndexOf('@') > 5 ? text.slice(0, 6) : '')))
          : none,
    ),
  };
  kept.set(table, marks);
  return marks;
}

const cuts: Record<number, (text: string) => string> = {
  [Column.given]: (text) => text.slice(0, 3),
  [Column.family]: (text) => text.slice(0, 3),
  [Column.email]: (text) => {
    const local = text.slice(0, Math.max(0, text.lastIndexOf('@')));
    return local.length > 4 ? local : '';
  },
  [Column.phone]: (text) => (text.length < 7 ? text : text.slice(-7)),
  [Column.birth]: (text) => text.slice(0, 4),
  [Column.street]: (text) => text.split(' ').slice(0, 2).join(' '),
};

function markValues(dictionary: Dictionary, cut: (text: string) => string): Float64Array {
  const marks = new Float64Array(dictionary.count.length);
  for (let value = 0; value < marks.length; value += 1) {
    const text = cut(textOf(dictionary.start, dictionary.code, value));
    if (text) marks[value] = hashText(text, 5);
  }
  return marks;
}
