import type { Language } from '../names/lists.ts';
import { LISTS } from '../names/names.ts';
import type { Random } from '../random.ts';
import { Frequencies, mandelbrot } from './frequency.ts';
import { englishStock } from './stock/en.ts';
import { frenchStock } from './stock/fr.ts';
import { guestNames } from './stock/guests.ts';
import { italianStock } from './stock/it.ts';
import { romanianStock } from './stock/ro.ts';
import type { Stock } from './stock/stock.ts';

/** What a crowd needs of each language, beyond the lists of the demo company. */
export const STOCK: Readonly<Record<Language, Stock>> = {
  en: englishStock,
  it: italianStock,
  fr: frenchStock,
  ro: romanianStock,
};

/** How flat the head of a language's family names is; docs/people-generator.md says against which shares it was set. */
const SHIFT: Readonly<Record<Language, number>> = { en: 12, it: 40, fr: 38, ro: 10 };
/** The share of people whose name is one of many that are all about as rare. */
const RARE_SHARE = 0.3;
const RARE_NAMES = 12_000;

/** A number in [0, 2^32) that belongs to a text (FNV-1a with the murmur3 mix). */
export function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const isSayable = (name: string): boolean =>
  name.length >= 4 && name.length <= 14 && !/(.)\1\1|[^aeiouyăâîéèêàùòóœ]{5}/i.test(name);

/** The rare names of a language: beginnings times endings, some with a particle, in an order that is no alphabet's. */
function rareNames({ stems, endings, particles }: Stock): string[] {
  const made = stems.flatMap((stem) => endings.map((ending) => stem + ending)).filter(isSayable);
  const withParticles = made.map((name) => {
    let left = hashOf(`particle ${name}`) / 2 ** 32;
    for (const [particle, share] of particles) {
      left -= share;
      if (left < 0) return particle.endsWith('A') ? particle + name.slice(1).toLowerCase() : particle + name;
    }
    return name;
  });
  const placed = [...new Set(withParticles)].map((name) => ({ name, place: hashOf(name) }));
  return placed
    .sort((a, b) => a.place - b.place)
    .slice(0, RARE_NAMES)
    .map(({ name }) => name);
}

function familyNames(language: Language): Frequencies<string> {
  const stock = STOCK[language];
  const known = [...stock.frequent, ...LISTS[language].family];
  const names = [...new Set([...known, ...rareNames(stock)])];
  const byRank = mandelbrot(SHIFT[language]);
  const sum = names.reduce((all, _, rank) => all + byRank(rank), 0);
  const even = (sum * RARE_SHARE) / (1 - RARE_SHARE) / names.length;
  return new Frequencies(names, (rank) => byRank(rank) + even);
}

const built = new Map<string, Frequencies<string>>();

function once(key: string, build: () => Frequencies<string>): Frequencies<string> {
  const known = built.get(key) ?? build();
  built.set(key, known);
  return known;
}

/** The family names of a language by how often they are met. */
export const familyNamesOf = (language: Language): Frequencies<string> =>
  once(language, () => familyNames(language));

const guests = new Frequencies(guestNames, mandelbrot(10));

/** A family name of this language; now and then one from elsewhere, now and then a double one. */
export function drawFamilyName(random: Random, language: Language): string {
  if (random.chance(0.015)) return guests.draw(random);
  const name = familyNamesOf(language).draw(random);
  const doubled = language === 'ro' ? 0.004 : 0.012;
  return random.chance(doubled) ? `${name}-${familyNamesOf(language).draw(random)}` : name;
}

/** Given names of those born about a year: each name has its own time, and a rank that it never quite loses. */
function givenNames(language: Language, gender: 'f' | 'm', decade: number): Frequencies<string> {
  const stock = STOCK[language];
  const lists = LISTS[language];
  const own = gender === 'f' ? stock.female : stock.male;
  const more = gender === 'f' ? lists.female : lists.male;
  const doubles = (stock.doubles?.[gender === 'f' ? 'female' : 'male'] ?? []).map((each) => each.join(' '));
  const names = [...new Set([...own, ...more, ...doubles])];
  const byRank = mandelbrot(6, 0.85);
  return new Frequencies(names, (rank) => {
    const peak = 1935 + (hashOf(`fashion ${names[rank]}`) % 80);
    return byRank(rank) * (0.12 + Math.exp(-(((decade - peak) / 22) ** 2)));
  });
}

/** A given name of somebody born in a year. */
export function drawGivenName(random: Random, language: Language, gender: 'f' | 'm', year: number): string {
  const decade = Math.floor(year / 10) * 10;
  return once(`${language}${gender}${decade}`, () => givenNames(language, gender, decade)).draw(random);
}

/** What friends call somebody, if the language has something for this name. */
export function nicknamesOf(language: Language, given: string): readonly string[] {
  const short = LISTS[language].nicknames[given];
  const more = STOCK[language].nicknames[given] ?? [];
  return short ? [short, ...more] : more;
}
