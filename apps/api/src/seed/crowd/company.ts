import { LISTS, languageAt, slug } from '../names/names.ts';
import type { Phone } from '../phones.ts';
import { Random } from '../random.ts';
import { type Dwelling, dwellingAt } from './dwelling.ts';
import { drawFamilyName, STOCK } from './names.ts';
import { fixedLineAt } from './numbers.ts';
import { type Country, LANGUAGE_OF } from './stock/stock.ts';
import { placeOfFamily, type World } from './world.ts';

/** One place of business of a firm. */
export interface Site {
  at: Dwelling;
  switchboard: Phone;
}

/** A firm with its branches. */
export interface Firm {
  number: number;
  country: Country;
  /** Without its legal form. */
  name: string;
  legalForm: string;
  domain: string;
  taxId: string;
  /** How it makes mail addresses. */
  rule: number;
  /** The mailboxes that belong to nobody in particular. */
  roles: readonly string[];
  sites: readonly Site[];
}

/** Firms come in blocks, one block for so many families. */
export const FAMILIES_PER_BLOCK = 240;
const FIRMS_PER_BLOCK = 20;
const ROLES = {
  en: ['info', 'sales', 'office', 'accounts', 'hello'],
  it: ['info', 'amministrazione', 'commerciale', 'ufficio', 'segreteria'],
  fr: ['contact', 'info', 'accueil', 'compta', 'commercial'],
  ro: ['office', 'contact', 'contabilitate', 'comenzi', 'secretariat'],
} as const;
/** Beyond every dwelling of a crowd. */
const FAR = 2 ** 40;
const ACRONYM = 'ABCDEFGILMNPRSTV';

function nameOf(random: Random, country: Country): { name: string; family: string } {
  const language = LANGUAGE_OF[country];
  const family = drawFamilyName(random, language);
  const [pattern] = random.pick(LISTS[language].firms);
  const kind = random.next();
  if (kind < 0.22) {
    const letters = Array.from({ length: 3 }, () => ACRONYM[random.between(0, ACRONYM.length - 1)]).join('');
    const trade = pattern
      .replace(/\s*\{family\}\s*/, ' ')
      .replace(/^[\s&]+|[\s&]+$/g, '')
      .replace(/ (SRL|da)$/, '');
    return { name: `${letters} ${trade}`, family };
  }
  const own = kind < 0.3 ? `${family} & ${drawFamilyName(random, language)}` : family;
  return { name: pattern.replace('{family}', own).replace(/ SRL$/, ''), family };
}

function firmAt(world: World, number: number): Firm {
  const random = new Random(world.seed, 'firm', number);
  const { language, ordinal } = languageAt(number);
  const { country } = placeOfFamily(random, number);
  const { name, family } = nameOf(random, country);
  const legalForm = random
    .weighted(STOCK[language].legalForms)
    .replace('{family}', family)
    .replace('{name} ', '');
  let domain = `${slug(name)}.example`;
  for (let turn = 2; !world.taken.take(domain); turn++)
    domain = `${slug(name)}-${turn === 2 ? slug(random.pick(LISTS[language].cities)[0]) : turn}.example`;
  // Four firms of five have one address (guess); the others up to four.
  const count = random.chance(0.8) ? 1 : random.between(2, 4);
  const sites = Array.from({ length: count }, (_, site) => {
    const place = (ordinal * 4 + site) * 8;
    // Two sites of one firm do not stand in one house.
    const { line: _line, unit: _unit, ...at } = dwellingAt(world.seed, country, place + 7 + site * FAR, 0);
    return { at, switchboard: fixedLineAt(country, world.seed, place + 6) };
  });
  return {
    number,
    country,
    name,
    legalForm,
    domain,
    taxId: String(random.between(10_000_000, 99_999_999)) + String(random.between(0, 999)).padStart(3, '0'),
    rule: random.between(0, 3),
    roles: ROLES[language].map((role) => `${role}@${domain}`),
    sites,
  };
}

const blocks = new WeakMap<World, { block: number; firms: readonly Firm[] }>();

/** The firms around a family: made once for each block, as families come in order. */
export function firmsOfBlock(world: World, block: number): readonly Firm[] {
  const known = blocks.get(world);
  if (known?.block === block) return known.firms;
  const firms = Array.from({ length: FIRMS_PER_BLOCK }, (_, n) => firmAt(world, block * FIRMS_PER_BLOCK + n));
  blocks.set(world, { block, firms });
  return firms;
}

/** Where somebody works: a firm of the neighbourhood and country if there is one, the first ones larger. */
export function firmFor(random: Random, world: World, family: number, country: Country): Firm {
  const firms = firmsOfBlock(world, Math.floor(family / FAMILIES_PER_BLOCK));
  const near = firms.filter((firm) => firm.country === country);
  return random.weighted((near.length ? near : firms).map((firm, rank) => [firm, 1 / (rank + 1)] as const));
}
