import { hashText } from './hash.ts';
import { Column } from './record.ts';
import type { Dictionary, RecordTable } from './record-table.ts';
import { ofOrganisation, valuesOfSeveral } from './values-of-several.ts';

/** A value of a column that identifies is common when it has this many different names and no fewer than one in six holders. */
const manyNames = 12;

/** How strangers come to share a value, by column. */
interface Chance {
  /** Chance that two strangers share a value that nobody else has. */
  floor: number;
  /** Seen once is not never: pseudo-holders of each value, divided by the number of records. */
  spare: number;
  /** Counted by different names rather than by records: one person's seven records are one holder. */
  byName: boolean;
  /** A value with very many different names says nothing. */
  canBeCommon: boolean;
  /** A family may share it: what people of different names have says less than what only one has. */
  ofHousehold?: boolean;
}

const chances: Record<number, Chance> = {
  [Column.given]: { floor: 0, spare: 0.7, byName: true, canBeCommon: false },
  [Column.middle]: { floor: 1e-3, spare: 0.7, byName: false, canBeCommon: false },
  [Column.family]: { floor: 0, spare: 0.3, byName: true, canBeCommon: false },
  [Column.organisation]: { floor: 0, spare: 0.3, byName: false, canBeCommon: false },
  [Column.email]: { floor: 1e-7, spare: 0, byName: true, canBeCommon: true, ofHousehold: true },
  [Column.phone]: { floor: 1e-7, spare: 0, byName: true, canBeCommon: true, ofHousehold: true },
  [Column.birth]: { floor: 3e-5, spare: 0, byName: true, canBeCommon: false },
  [Column.street]: { floor: 1e-6, spare: 0, byName: true, canBeCommon: false },
  [Column.postcode]: { floor: 1e-5, spare: 0.3, byName: true, canBeCommon: false },
  [Column.city]: { floor: 1e-4, spare: 1, byName: false, canBeCommon: false },
  [Column.state]: { floor: 1e-2, spare: 1, byName: false, canBeCommon: false },
  [Column.id]: { floor: 1e-8, spare: 0, byName: true, canBeCommon: true },
  [Column.web]: { floor: 1e-7, spare: 0, byName: true, canBeCommon: true },
  [Column.gender]: { floor: 0.5, spare: 0, byName: false, canBeCommon: false },
};
const ofOther: Chance = { floor: 1e-5, spare: 1, byName: false, canBeCommon: false };

/** Writes into a table how likely strangers share each value, and which values so many share that they say nothing. */
export function weighValues(table: RecordTable): void {
  const given = firstSounds(table, Column.given);
  const family = firstSounds(table, Column.family);
  const organisation = firstValues(table, Column.organisation);
  table.dictionaries.forEach((dictionary, column) => {
    const chance = chances[column] ?? ofOther;
    const start = table.lists.start[column]!;
    const value = table.lists.value[column]!;
    const sketch = chance.byName ? new Uint32Array(dictionary.count.length) : null;
    let holders = 0;
    for (let row = 0; row < table.size; row += 1) {
      if (start[row] !== start[row + 1]) holders += 1;
      if (!sketch) continue;
      const name = nameOf(column, given[row]!, family[row]!, organisation[row]!);
      if (name === 0) continue;
      for (let at = start[row]!; at < start[row + 1]!; at += 1)
        sketch[value[at]!]! |= 1 << (Math.imul(name, 0x9e3779b1) >>> 27);
    }
    dictionary.holders = holders;
    for (let at = 0; at < dictionary.count.length; at += 1)
      dictionary.names[at] = sketch
        ? distinctNames(sketch[at]!, dictionary.count[at]!)
        : dictionary.count[at]!;
    if (chance.ofHousehold) valuesOfSeveral(table, column, dictionary.shared);
    weigh(dictionary, chance);
  });
}

function weigh(dictionary: Dictionary, chance: Chance): void {
  for (let value = 0; value < dictionary.count.length; value += 1) {
    const names = dictionary.names[value]!;
    if (chance.canBeCommon && names >= manyNames && names * 6 >= dictionary.count[value]!)
      dictionary.common[value] = 1;
    const ofPerson = chance.ofHousehold && dictionary.shared[value] !== ofOrganisation;
    // One person's name is written in up to three ways; who has more is several. Only of what several have others are counted.
    if (ofPerson && names > 3) dictionary.shared[value] = 1;
    if (dictionary.shared[value] === ofOrganisation) dictionary.shared[value] = 0;
    const shared = dictionary.shared[value] === 1;
    const others = ofPerson && !shared ? 0 : Math.max(Number(shared), names - 2);
    dictionary.share[value] = Math.min(1, (others + chance.spare) / (dictionary.holders + 50) + chance.floor);
  }
}

// Linear counting (Whang 1990) on 32 bits; a full sketch only says "many", and then the records are counted.
function distinctNames(bits: number, count: number): number {
  let set = 0;
  for (let left = bits; left !== 0; left &= left - 1) set += 1;
  return set >= 24 ? count : Math.min(count, Math.round(-32 * Math.log(1 - set / 32)));
}

// A name for counting holders: without regard to order or spelling; 0 when it is not whole.
function nameOf(column: number, given: number, family: number, organisation: number): number {
  if (column === Column.given) return family;
  if (column === Column.family) return given;
  if (organisation !== 0 && given === 0 && family === 0) return organisation;
  return given === 0 || family === 0 ? 0 : (given + family) | 1;
}

function firstSounds(table: RecordTable, column: number): Int32Array {
  const { fact, start: letters, code } = table.dictionaries[column]!;
  const start = table.lists.start[column]!;
  const value = table.lists.value[column]!;
  const sounds = new Int32Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    if (start[row] === start[row + 1]) continue;
    const first = value[start[row]!]!;
    if (letters[first + 1]! - letters[first]! < 2) continue;
    sounds[row] = fact[first * 4]! || hashText(String.fromCharCode(code[letters[first]!]!), 3) | 1;
  }
  return sounds;
}

function firstValues(table: RecordTable, column: number): Int32Array {
  const start = table.lists.start[column]!;
  const value = table.lists.value[column]!;
  const { start: letters, code } = table.dictionaries[column]!;
  return Int32Array.from({ length: table.size }, (_, row) => {
    if (start[row] === start[row + 1]) return 0;
    let mark = 17;
    const first = value[start[row]!]!;
    for (let at = letters[first]!; at < letters[first + 1]!; at += 1) mark = Math.imul(mark, 31) + code[at]!;
    return mark | 1;
  });
}
