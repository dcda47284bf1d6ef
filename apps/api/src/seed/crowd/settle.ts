import type { Phone } from '../phones.ts';
import { Random } from '../random.ts';
import { always, type Day, on, type Spells, YEAR, YEARS, yearOf } from './calendar.ts';
import { firmFor } from './company.ts';
import { type Housed, rootsOf } from './kin.ts';
import { mailboxFor, workMailbox } from './mailbox.ts';
import { drawGivenName, STOCK } from './names.ts';
import { mobileAt } from './numbers.ts';
import type { CrowdPerson, Job } from './person.ts';
import { type Country, LANGUAGE_OF } from './stock/stock.ts';
import type { World } from './world.ts';

/** Who settles, and where in the count of families. */
interface Settler {
  n: number;
  country: Country;
  ordinal: number;
  place: number;
  housed: Housed;
}

const ROUND = 20;

/**
 * A number that a family gave up, and the day: its first member had it before, and the first member of another family
 * of the language has it after an idle time. Both sides ask this, so nobody has to remember.
 */
function givenUp(world: World, n: number): Day | undefined {
  const random = new Random(world.seed, 'given up', n);
  return random.chance(world.profile.recycled)
    ? world.today - random.between(200, YEARS * 365 - 200)
    : undefined;
}

/** Whose number a family was given: the neighbour's at a distance, among the 64 of its place in the round. */
function donorOf(n: number): number {
  const turn = Math.floor(n / ROUND);
  const other = ((turn % 64) * 37 + 11) % 64;
  return other === turn % 64 ? -1 : (turn - (turn % 64) + other) * ROUND + (n % ROUND);
}

/** The number that the first of this family was given after somebody else, and since when. */
function inherited(world: World, n: number, country: Country): { phone: Phone; freed: Day } | undefined {
  const donor = donorOf(n);
  const freed = donor < 0 ? undefined : givenUp(world, donor);
  if (freed === undefined) return undefined;
  const theirs = rootsOf(world.seed, donor);
  if (theirs.country !== country) return undefined;
  return { phone: mobileAt(country, world.seed, theirs.ordinal * 16 + 15), freed };
}

function mobiles(
  random: Random,
  world: World,
  { n, country, ordinal, place, housed }: Settler,
): Spells<Phone | undefined> {
  const own = (slot: number) => mobileAt(country, world.seed, ordinal * 16 + slot);
  const age = (world.today - housed.born) / YEAR;
  if (!random.chance(age > 78 ? 0.6 : 0.96)) return always(undefined);
  const left = place === 0 ? givenUp(world, n) : undefined;
  const first = { from: Number.NEGATIVE_INFINITY, value: own(left === undefined ? place * 2 : 15) };
  if (left !== undefined) return [first, { from: left, value: own(0) }];
  const given = place === 0 ? inherited(world, n, country) : undefined;
  if (given) {
    const from = given.freed + random.between(60, 300);
    if (from < world.today) return [first, { from, value: given.phone }];
  }
  // One number in twenty changes in a year (guess).
  if (!random.chance(1 - Math.exp(-0.05 * YEARS))) return [first];
  return [first, { from: world.today - random.between(1, YEARS * 365), value: own(place * 2 + 1) }];
}

/** Mailboxes carry the name of the day on which they were made: that is how a maiden name lives on. */
function mailboxes(
  random: Random,
  world: World,
  { country, housed }: Settler,
): Pick<CrowdPerson, 'mail' | 'secondMail'> {
  const { born, given, names } = housed;
  const age = (world.today - born) / YEAR;
  if (!random.chance(age > 75 ? 0.55 : 0.96)) return { mail: always(undefined) };
  const firstDay = Math.max(born + 14 * YEAR, world.today - 26 * YEAR);
  const make = (day: Day) =>
    mailboxFor(random, world, { country, given, family: on(names, day), year: yearOf(born) });
  const begun = Math.floor(firstDay + random.next() ** 1.5 * Math.max(0, world.today - 400 - firstDay));
  const mail = [{ from: Number.NEGATIVE_INFINITY, value: make(begun) }];
  const wedding = names[1]?.from;
  if (wedding !== undefined && wedding > begun && random.chance(0.4)) {
    const day = wedding + random.between(10, 400);
    mail.push({ from: day, value: make(Math.max(day, wedding)) });
  } else if (random.chance(1 - Math.exp(-0.05 * YEARS))) {
    // One in twenty leaves a mailbox in a year (guess).
    const day = world.today - random.between(1, YEARS * 365);
    mail.push({ from: day, value: make(day) });
  }
  if (!random.chance(0.22)) return { mail };
  return { mail, secondMail: make(world.today) };
}

function jobs(random: Random, world: World, { n, country, housed }: Settler): Spells<Job | undefined> {
  const age = (world.today - housed.born) / YEAR;
  if (age < 19 || age > 67 || !random.chance(0.4)) return always(undefined);
  const work = (day: Day): Job => {
    const firm = firmFor(random, world, n, country);
    const mail = random.chance(0.8)
      ? workMailbox(random, world, firm.rule, housed.given, on(housed.names, day), firm.domain)
      : undefined;
    return {
      firm,
      site: random.pick(firm.sites),
      occupation: random.pick(STOCK[LANGUAGE_OF[firm.country]].occupations),
      ...(mail ? { mail } : {}),
    };
  };
  // Half stay with an employer for less than five years (BLS: median tenure 4.1 years in 2022, 3.9 in 2024).
  const since = world.today - Math.floor(random.logNormal(4.5 * YEAR, 0.8));
  const begun = world.today - YEARS * YEAR;
  if (since <= begun) return always(work(since));
  return [
    { from: Number.NEGATIVE_INFINITY, value: random.chance(0.7) ? work(begun) : undefined },
    { from: since, value: work(since) },
  ];
}

function middleName(random: Random, housed: Housed): string | undefined {
  const share = { en: 0.7, fr: 0.5, it: 0.12, ro: 0.3 }[housed.nameLanguage];
  if (!random.chance(share)) return undefined;
  const name = drawGivenName(random, housed.nameLanguage, housed.gender, yearOf(housed.born) - 30);
  return name === housed.given ? undefined : name;
}

/** Gives somebody a telephone, mailboxes and work. */
export function settle(world: World, settler: Settler): CrowdPerson {
  const { n, place, country, housed } = settler;
  const random = new Random(world.seed, 'person', n, place);
  const middle = middleName(random, housed);
  const person: CrowdPerson = {
    id: `p${world.seed}-${n}-${place}`,
    householdId: `h${world.seed}-${n}-${housed.roof}`,
    country,
    nameLanguage: housed.nameLanguage,
    gender: housed.gender,
    born: housed.born,
    given: housed.given,
    family: housed.names,
    home: housed.home,
    mobile: mobiles(random, world, settler),
    ...mailboxes(random, world, settler),
    job: jobs(random, world, settler),
    discreet: random.next() ** 2.5,
    activity: Math.min(4, random.logNormal(1, 0.5)),
  };
  if (middle) person.middle = middle;
  if (housed.suffix) person.suffix = housed.suffix;
  return person;
}
