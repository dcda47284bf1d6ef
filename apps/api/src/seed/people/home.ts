import { LISTS, languageAt, slug } from '../names/names.ts';
import { homePhone, type Phone } from '../phones.ts';
import { Random } from '../random.ts';
import type { Person } from './person.ts';

const FAMILY: Readonly<Record<Person['language'], string>> = {
  en: 'family',
  it: 'famiglia',
  fr: 'famille',
  ro: 'familia',
};

/** What people under one roof have in common. */
export interface Home {
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

/** The n-th home, the same for the same seed whoever asks. */
export function homeAt(seed: number, number: number): Home {
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

/** A family name as it stands in an address. */
const inAddress = (last: string): string => slug(last).replaceAll('-', '');

/** A private address of somebody who lives here. */
export function addressOf(random: Random, home: Home, first: string): string {
  const [given, family] = [slug(first), inAddress(home.last)];
  const local = random.weighted([
    [`${given}.${family}`, 5],
    [`${given}${family}`, 2],
    [`${given}_${family}`, 1],
    [`${family}.${given}`, 1],
  ]);
  return `${local}${home.digits}@${home.mailbox}`;
}

/** An address that the household shares. */
export const sharedAddressOf = (home: Home): string =>
  `${inAddress(home.last)}.${FAMILY[home.language]}${home.digits || home.number}@${home.mailbox}`;

/** An address at work of somebody who lives here. */
export const workAddressOf = (home: Home, first: string, domain: string): string =>
  `${slug(first)}.${inAddress(home.last)}${home.digits}@${domain}`;
