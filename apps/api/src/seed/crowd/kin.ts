import type { Language } from '../names/lists.ts';
import { LISTS } from '../names/names.ts';
import { Random } from '../random.ts';
import { always, type Day, type Spells, YEAR, yearOf } from './calendar.ts';
import type { Dwelling } from './dwelling.ts';
import { drawFamilyName, drawGivenName } from './names.ts';
import type { CrowdPerson } from './person.ts';
import { type Country, LANGUAGE_OF } from './stock/stock.ts';
import { placeOfFamily, type World } from './world.ts';

/** Somebody before they have a home, a telephone and a mailbox. */
export type Born = Pick<CrowdPerson, 'gender' | 'born' | 'given' | 'suffix' | 'nameLanguage'> & {
  /** The family name with which they were born. */
  family: string;
};

/** Somebody with a place to live, before telephone, mailbox and work. */
export interface Housed extends Born {
  names: Spells<string>;
  home: Spells<Dwelling>;
  /** Which of the family's homes: 0 is that of the first. */
  roof: number;
}

/** Where a family lives and where its names come from: one in sixteen has come from another country (guess). */
export function rootsOf(
  seed: number,
  n: number,
): { country: Country; ordinal: number; nameLanguage: Language } {
  const random = new Random(seed, 'roots', n);
  const { country, ordinal } = placeOfFamily(random, n);
  const own = LANGUAGE_OF[country];
  const nameLanguage = random.chance(0.06)
    ? random.pick((['en', 'it', 'fr', 'ro'] as const).filter((each) => each !== own))
    : own;
  return { country, ordinal, nameLanguage };
}

function firstOf(world: World, n: number): Born {
  const random = new Random(world.seed, 'head', n);
  const { nameLanguage } = rootsOf(world.seed, n);
  const age = 19 + 70 * (0.55 * random.next() + 0.45 * random.next() * random.next());
  const born = Math.floor(world.today - age * YEAR);
  const gender = random.chance(0.5) ? 'f' : 'm';
  return {
    gender,
    born,
    nameLanguage,
    given: drawGivenName(random, nameLanguage, gender, yearOf(born)),
    family: drawFamilyName(random, nameLanguage),
  };
}

/** Who stands first in a family: now and then with the name and the birthday of a stranger. */
export function headOf(world: World, n: number): Born {
  const random = new Random(world.seed, 'namesake', n);
  const other = n - 20 * random.between(1, 60);
  return firstOf(world, random.chance(world.profile.namesakes) && other >= 0 ? other : n);
}

/** Somebody new to the family. */
export function stranger(random: Random, nameLanguage: Language, gender: 'f' | 'm', born: Day): Born {
  return {
    gender,
    born,
    nameLanguage,
    given: drawGivenName(random, nameLanguage, gender, yearOf(born)),
    family: drawFamilyName(random, nameLanguage),
  };
}

function twinName(random: Random, language: Language, first: Born, gender: 'f' | 'm'): string {
  if (gender !== first.gender || random.chance(0.3)) {
    const pair = LISTS[language].twins.find(([one]) => one === first.given);
    if (pair) return pair[1];
  }
  let given = first.given;
  for (let turn = 0; turn < 12; turn++) {
    given = drawGivenName(random, language, gender, yearOf(first.born));
    if (given !== first.given && (turn > 6 || given[0] === first.given[0])) break;
  }
  return given === first.given ? `${given} II` : given;
}

/** The children of a couple or of one parent, oldest first; twins have one birthday. Sons may be called as their father or grandfather. */
export function childrenOf(
  random: Random,
  world: World,
  mother: Born | undefined,
  father: Born | undefined,
  elder: Born | undefined,
): Born[] {
  const parent = (mother ?? father)!;
  const language = parent.nameLanguage;
  const family = father?.family ?? parent.family;
  const wanted = random.weighted([
    [1, 42],
    [2, 40],
    [3, 13],
    [4, 5],
  ]);
  const children: Born[] = [];
  let born = parent.born + Math.floor((20 + 17 * random.next()) * YEAR);
  while (children.length < wanted && born < world.today) {
    const gender = random.chance(0.49) ? 'f' : 'm';
    const child = { ...stranger(random, language, gender, born), family };
    for (let turn = 0; turn < 5 && children.some(({ given }) => given === child.given); turn++)
      child.given = drawGivenName(random, language, gender, yearOf(born));
    if (
      gender === 'm' &&
      father &&
      random.chance(world.profile.generations) &&
      !children.some(({ suffix }) => suffix)
    ) {
      // In Italy a first son is called as his father's father, elsewhere as his father.
      child.given = elder?.gender === 'm' && random.chance(0.5) ? elder.given : father.given;
      if (language === 'en' && child.given === father.given) {
        child.suffix = father.suffix === 'Jr' ? 'III' : 'Jr';
        father.suffix ??= 'Sr';
      }
    }
    children.push(child);
    if (random.chance(world.profile.twins)) {
      const other = random.chance(0.68) ? gender : gender === 'f' ? 'm' : 'f';
      children.push({
        gender: other,
        born,
        nameLanguage: language,
        given: twinName(random, language, child, other),
        family,
      });
    }
    born += Math.floor((1 + 4.5 * random.next()) * YEAR);
  }
  return children;
}

/** How many of the married take the name of the other (Pew 2023 for the United States; the others: see the document). */
const TAKES_NAME: Readonly<Record<Country, number>> = { GB: 0.85, US: 0.79, IT: 0.03, FR: 0.75, RO: 0.9 };

/** The names of somebody through life, when somebody called `other` is married on a day; a few go back to their own. */
export function marriedName(
  random: Random,
  world: World,
  country: Country,
  own: string,
  other: string,
  day: Day,
): Spells<string> {
  if (day > world.today || !random.chance(TAKES_NAME[country])) return always(own);
  const taken = random.chance(0.06) ? `${own}-${other}` : other;
  const spells = [
    { from: Number.NEGATIVE_INFINITY, value: own },
    { from: day, value: taken },
  ];
  const back = day + random.between(2, 20) * 365;
  if (random.chance(0.05) && back < world.today) spells.push({ from: back, value: own });
  return spells;
}
