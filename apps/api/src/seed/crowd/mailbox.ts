import { LISTS, slug } from '../names/names.ts';
import type { Random } from '../random.ts';
import { Frequencies, mandelbrot } from './frequency.ts';
import { STOCK } from './names.ts';
import { transliterated } from './noise/letters.ts';
import { type Country, LANGUAGE_OF } from './stock/stock.ts';
import type { World } from './world.ts';

/** Who wants a mailbox. */
export interface Applicant {
  country: Country;
  given: string;
  family: string;
  /** Year of birth. */
  year: number;
}

const hosts = new Map<string, Frequencies<string>>();

function hostFor(random: Random, world: World, country: Country): string {
  const language = LANGUAGE_OF[country];
  const key = `${world.providers} ${language}`;
  const names = world.providers === 'real' ? STOCK[language].providers : LISTS[language].mailboxes;
  const known = hosts.get(key) ?? new Frequencies(names, mandelbrot(0.3, 1.2));
  hosts.set(key, known);
  return known.draw(random);
}

const inAddress = (name: string): string => slug(transliterated(name)).replaceAll('-', '');

/** What people ask for first, by how often (guess), and what they settle for when somebody else has it. */
function wish(random: Random, { given, family, year }: Applicant): string {
  const first = inAddress(given) || 'x';
  const last = inAddress(family) || 'y';
  const short = String(year % 100).padStart(2, '0');
  return random.weighted([
    [`${first}.${last}`, 26],
    [`${first}${last}`, 12],
    [`${first[0]}${last}`, 8],
    [`${first}.${last}${short}`, 9],
    [`${first}${last}${short}`, 6],
    [`${last}.${first}`, 5],
    [`${first}_${last}`, 5],
    [`${first[0]}.${last}`, 5],
    [`${first}${short}`, 5],
    [`${last}${short}`, 4],
    [`${first}${random.between(1, 999)}`, 5],
    [`${random.pick(HANDLES)}${random.between(1, 9999)}`, 8],
    [`${first}${last[0]}${year}`, 2],
  ]);
}

const HANDLES =
  `sunny moon kitty tiger blue rocker dragon angel lupo stella luna sole gatto chat soleil loulou doudou pisica
  stea vulpe printul micul black silver star happy wolf fish bike surf guitar juve milan psg steaua reds ninja biscuit`
    .trim()
    .split(/\s+/);

/** A mailbox that nobody else in the crowd has. */
export function mailboxFor(random: Random, world: World, applicant: Applicant): string {
  const host = hostFor(random, world, applicant.country);
  let local = wish(random, applicant);
  for (let turn = 0; !world.taken.take(`${local}@${host}`); turn++) {
    const digits = turn === 0 ? applicant.year % 100 : random.between(1, 10 ** Math.min(turn + 1, 6));
    local = `${local.replace(/\d+$/, '')}${digits}`;
  }
  return `${local}@${host}`;
}

const FAMILY = { en: 'family', it: 'famiglia', fr: 'famille', ro: 'familia' } as const;

/** A mailbox that a household shares: `the.smiths`, or the first names of two. */
export function sharedMailbox(random: Random, world: World, applicant: Applicant, partner?: string): string {
  const last = inAddress(applicant.family) || 'casa';
  const together = partner
    ? `${inAddress(applicant.given)}${random.pick(['.', 'e', '-', ''])}${inAddress(partner)}`
    : last;
  const host = hostFor(random, world, applicant.country);
  const wanted = random.weighted([
    [`${FAMILY[LANGUAGE_OF[applicant.country]]}.${last}`, 4],
    [`${last}${FAMILY[LANGUAGE_OF[applicant.country]]}`, 2],
    [together, partner ? 5 : 0],
  ]);
  let local = wanted;
  while (!world.taken.take(`${local}@${host}`)) local = `${wanted}${random.between(1, 99_999)}`;
  return `${local}@${host}`;
}

/** A mailbox at work: most firms have one rule for all. */
export function workMailbox(
  random: Random,
  world: World,
  rule: number,
  given: string,
  family: string,
  domain: string,
): string {
  const first = inAddress(given) || 'x';
  const last = inAddress(family) || 'y';
  const wanted = [`${first}.${last}`, `${first[0]}${last}`, `${first[0]}.${last}`, first][rule % 4]!;
  let local = wanted;
  for (let turn = 2; !world.taken.take(`${local}@${domain}`); turn++)
    local = wanted === first && turn === 2 ? `${first}.${last}` : `${wanted}${turn + random.between(0, 3)}`;
  return `${local}@${domain}`;
}
