import { DAY, HISTORY_DAYS, midnight, momentBetween } from '../calendar.ts';
import { companyAt, employerOf } from '../companies.ts';
import type { Lists } from '../names/lists.ts';
import { folded, LISTS, languageAt, slug } from '../names/names.ts';
import { homePhone, type Phone } from '../phones.ts';
import { Random } from '../random.ts';
import { changeWithLife } from './changes.ts';
import type { Person } from './person.ts';
import { systemsOf } from './systems-of.ts';

const sizes = [
  [1, 72],
  [2, 15],
  [3, 6],
  [4, 5],
  [5, 2],
] as const;

const FAMILY: Readonly<Record<Person['language'], string>> = {
  en: 'family',
  it: 'famiglia',
  fr: 'famille',
  ro: 'familia',
};

/** What people under one roof have in common. */
interface Home {
  number: number;
  language: Person['language'];
  /** A family name that stands for this household alone needs no digits in its addresses. */
  digits: string;
  last: string;
  mailbox: string;
  phone: Phone;
  otherPhone: Phone;
  street: string;
  city: string;
  postcode: string;
}

function homeAt(seed: number, number: number): Home {
  const random = new Random(seed, 'home', number);
  const { language, ordinal } = languageAt(number);
  const lists = LISTS[language];
  const common = random.chance(0.3);
  const round = Math.floor(ordinal / lists.family.length);
  const last = common
    ? lists.family[Math.floor(lists.family.length * random.next() ** 3)]!
    : lists.family[(ordinal * 37) % lists.family.length]!;
  const [city, start] = random.pick(lists.cities);
  // Now and then an operator gives a number out again that another household had.
  const lineOf = random.chance(0.012) && ordinal > 40 ? ordinal - random.between(11, 40) : ordinal;
  return {
    number,
    language,
    digits: common || round >= lists.mailboxes.length ? String(number) : '',
    last,
    mailbox: lists.mailboxes[round % lists.mailboxes.length]!,
    phone: homePhone(language, lineOf * 2),
    otherPhone: homePhone(language, ordinal * 2 + 1),
    street: `${random.pick(lists.streets)} ${random.between(1, 98)}`,
    city,
    postcode:
      language === 'en'
        ? `${start}${random.between(1, 19)} ${random.between(1, 9)}AB`
        : start.padEnd(language === 'ro' ? 6 : 5, String(random.between(10, 99))),
  };
}

function addressOf(random: Random, home: Home, first: string): string {
  const [given, family] = [slug(first), slug(home.last).replaceAll('-', '')];
  const local = random.weighted([
    [`${given}.${family}`, 5],
    [`${given}${family}`, 2],
    [`${given}_${family}`, 1],
    [`${family}.${given}`, 1],
  ]);
  return `${local}${home.digits}@${home.mailbox}`;
}

/** First names under one roof: different, but for a father and a son who share one; twins sound alike. */
function firstNames(
  random: Random,
  lists: Lists,
  size: number,
): { first: string; gender: 'f' | 'm'; suffix?: 'Sr' | 'Jr' }[] {
  const draw = (gender: 'f' | 'm') => ({
    first: random.pick(gender === 'f' ? lists.female : lists.male),
    gender,
  });
  const adults = [draw('f'), draw('m')] as const;
  const single = draw(random.chance(0.53) ? 'f' : 'm');
  if (size === 1) return [single];
  const family: ReturnType<typeof firstNames> = random.chance(0.5)
    ? [adults[0], adults[1]]
    : [adults[1], adults[0]];
  if (size >= 3 && random.chance(0.08)) {
    const father = family.find(({ gender }) => gender === 'm')!;
    family[family.indexOf(father)] = { ...father, suffix: 'Sr' };
    family.push({ ...father, suffix: 'Jr' });
  } else if (size >= 4 && random.chance(0.15)) {
    const [one, two] = random.pick(lists.twins);
    family.push(
      { first: one, gender: lists.female.includes(one) ? 'f' : 'm' },
      { first: two, gender: lists.male.includes(two) ? 'm' : 'f' },
    );
  }
  while (family.length < size) {
    const child = draw(random.chance(0.5) ? 'f' : 'm');
    if (!family.some(({ first }) => first === child.first)) family.push(child);
  }
  return family;
}

/** The people of the n-th household, numbered from `firstNumber` on. */
export function householdAt(seed: number, number: number, firstNumber: number, today: number): Person[] {
  const home = homeAt(seed, number);
  const size = new Random(seed, 'household', number).weighted(sizes);
  const members = firstNames(new Random(seed, 'members', number), LISTS[home.language], size);
  const shares = new Random(seed, 'mailbox', number).chance(size >= 3 ? 0.55 : 0.25);
  const sharedEmail =
    size > 1 && shares
      ? `${slug(home.last).replaceAll('-', '')}.${FAMILY[home.language]}${home.digits || number}@${home.mailbox}`
      : undefined;
  return members.map((member, place) => {
    const random = new Random(seed, 'person', number, place);
    const lists = LISTS[home.language];
    const personNumber = firstNumber + place;
    const since = momentBetween(random, today - HISTORY_DAYS * DAY, midnight(today) - 2 * DAY, 'home');
    const employed = place < 2 && random.chance(0.3);
    const company = employed ? employerOf(random, personNumber, home.language) : undefined;
    const given = folded(member.first).split('-')[0]!;
    const suffix = member.suffix === 'Jr' ? '.jr' : '';
    const person: Person = {
      number: personNumber,
      household: number + 1,
      language: home.language,
      ...member,
      last: home.last,
      email: addressOf(random, home, given + suffix),
      phone: random.chance(0.72)
        ? place === 1 && random.chance(0.6)
          ? home.otherPhone
          : home.phone
        : undefined,
      street: home.street,
      city: home.city,
      postcode: home.postcode,
      birthday: random.chance(0.3)
        ? `${String(random.between(1, 12)).padStart(2, '0')}/${String(random.between(1, 28)).padStart(2, '0')}`
        : undefined,
      since,
      level: random.logNormal(1, 1),
      temper: random.next(),
      systems: [],
      place,
    };
    const nick = lists.nicknames[member.first];
    if (nick) person.nick = nick;
    if (sharedEmail) person.sharedEmail = sharedEmail;
    if (company !== undefined) {
      const { domain } = companyAt(seed, company, today);
      person.company = company;
      person.jobTitle = random.pick(lists.titles);
      person.workEmail = `${slug(given)}.${slug(home.last).replaceAll('-', '')}${home.digits}@${domain}`;
      if (random.chance(0.06)) person.sharedEmail = `info@${domain}`;
    }
    changeWithLife(random, person, today);
    person.systems = systemsOf(random, person);
    return person;
  });
}
