import { compareNames } from './compare-names.ts';
import type { Learnt } from './engine/match-one.ts';
import { Column } from './engine/record.ts';
import type { RecordTable } from './engine/record-table.ts';
import type { Identifier } from './identifiers.ts';
import { isNameless, type Name } from './name.ts';

/** An identifier that others have as well as the two who are compared. */
export interface Crowded {
  identifier: Identifier;
  /** How many others; `Infinity` when it says nothing any more. */
  others: number;
}

/** Where the mailboxes and phones of a table are, by column and text. */
export type ValuePlaces = Map<string, number>;

/** Notes where each mailbox and phone of a table is. */
export function placeValues(table: RecordTable, places: ValuePlaces): void {
  places.clear();
  for (const column of [Column.email, Column.phone]) {
    const { start, code } = table.dictionaries[column]!;
    for (let value = 0; value + 1 < start.length; value += 1)
      places.set(
        `${column} ${String.fromCharCode(...code.subarray(start[value]!, start[value + 1]!))}`,
        value,
      );
  }
}

/** Lets a value of a table weigh as much less as the others are who have it, until what it returns is called. */
export function crowd(
  table: RecordTable,
  places: ValuePlaces,
  { models }: Learnt,
  { identifier, others }: Crowded,
): () => void {
  const column = identifier.kind === 'email' ? Column.email : identifier.kind === 'phone' ? Column.phone : -1;
  const text = column === Column.phone ? identifier.value.replace(/\D/g, '') : identifier.value;
  const value = column < 0 ? undefined : places.get(`${column} ${text}`);
  if (value === undefined || others < 1) return () => {};
  const dictionary = table.dictionaries[column]!;
  const [share, common] = [dictionary.share[value]!, dictionary.common[value]!];
  if (others === Number.POSITIVE_INFINITY) dictionary.common[value] = 1;
  else {
    const records = Math.sqrt(2 * models.person.allPairs.reduce((sum, pairs) => sum + pairs, 0));
    dictionary.share[value] = Math.max(share, others / (records + 50));
  }
  return () => {
    dictionary.share[value] = share;
    dictionary.common[value] = common;
  };
}

/** The different people among these names: of each one name. What can be one person's name is one; nobody's name is nobody. */
export function differentPeople(names: Iterable<Name>): Name[] {
  const folded = new Map<string, Name>();
  for (const name of names)
    if (!isNameless(name)) folded.set([...name.given, ...name.family, name.suffix ?? ''].join(' '), name);
  const people: Name[] = [];
  // The longest first, so that "A. Byron" finds "Ada Byron" there and not the other way round.
  const sorted = [...folded].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  for (const [, name] of sorted) if (!people.some((one) => canBeOne(one, name))) people.push(name);
  return people;
}

/** Whether two names can be one person's. */
export function canBeOne(one: Name, other: Name): boolean {
  const verdict = compareNames(one, other);
  return verdict === 'same' || verdict === 'compatible';
}
