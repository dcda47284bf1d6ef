import { DAY, HISTORY_DAYS, momentBetween } from './calendar.ts';
import type { Language } from './names/lists.ts';
import { LISTS, languageAt, slug } from './names/names.ts';
import { COUNTRIES } from './people/person.ts';
import { officePhone, type Phone } from './phones.ts';
import { Random } from './random.ts';
import { type Colleague, someoneOf } from './staff.ts';
import { STORY_COMPANIES } from './stories/companies.ts';

/** A firm that buys from Casa Marea. */
export interface Company {
  number: number;
  language: Language;
  name: string;
  domain: string;
  industry: string;
  city: string;
  country: string;
  phone: Phone;
  since: number;
  owner: Colleague;
  /** Which systems know it. */
  inHubspot: boolean;
  inZendesk: boolean;
  inSalesforce: boolean;
}

/** Companies come in blocks of this many, one block for so many people. */
export const COMPANIES_PER_BLOCK = 20;
export const PEOPLE_PER_BLOCK = 240;

/** How many companies a demo of so many people has. */
export const companyCount = (people: number): number =>
  Math.ceil(people / PEOPLE_PER_BLOCK) * COMPANIES_PER_BLOCK;

/** The n-th company, the same for the same seed whoever asks. */
export function companyAt(seed: number, number: number, today: number): Company {
  const random = new Random(seed, 'company', number);
  const { language, ordinal } = languageAt(number);
  const lists = LISTS[language];
  // Kind and family name by count, not by chance, so that no two companies share a name before the lists run out.
  const kind = ordinal % lists.firms.length;
  const round = Math.floor(ordinal / lists.firms.length);
  const family = lists.family[(round + kind * 41) % lists.family.length]!;
  const [pattern, industry] = lists.firms[kind]!;
  const again = Math.floor(round / lists.family.length);
  const story = STORY_COMPANIES[number];
  const name = story?.name ?? pattern.replace('{family}', family) + (again ? ` ${again + 1}` : '');
  const owner = someoneOf(random, 'sales');
  const since = momentBetween(random, today - (HISTORY_DAYS + 200) * DAY, today - 20 * DAY, 'office');
  return {
    number,
    language,
    name,
    domain: `${slug(name)}.example`,
    industry: story?.industry ?? industry,
    city: story?.city ?? random.pick(lists.cities)[0],
    country: COUNTRIES[language],
    phone: officePhone(language, ordinal),
    since: story ? today - 700 * DAY : since,
    owner,
    inHubspot: random.chance(0.85) || story !== undefined,
    inZendesk: random.chance(0.35) || story !== undefined,
    inSalesforce: random.chance(0.45),
  };
}

/** The company number of somebody of this language: one of the block of its time, the first ones larger. */
export function employerOf(random: Random, personNumber: number, language: Language): number {
  const first = Math.floor(personNumber / PEOPLE_PER_BLOCK) * COMPANIES_PER_BLOCK;
  const own: number[] = [];
  for (let n = first; n < first + COMPANIES_PER_BLOCK; n++)
    if (languageAt(n).language === language) own.push(n);
  return random.weighted(own.map((n, place) => [n, 1 / (place + 1)] as const));
}
