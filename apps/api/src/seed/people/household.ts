import { DAY, HISTORY_DAYS, momentBetween } from '../calendar.ts';
import { companyAt, employerOf } from '../companies.ts';
import { folded, LISTS } from '../names/names.ts';
import { Random } from '../random.ts';
import { changeWithLife } from './changes.ts';
import { firstNames } from './first-names.ts';
import { addressOf, homeAt, sharedAddressOf, workAddressOf } from './home.ts';
import type { Person } from './person.ts';
import { systemsOf } from './systems-of.ts';

const sizes = [
  [1, 72],
  [2, 15],
  [3, 6],
  [4, 5],
  [5, 2],
] as const;

/** From when to when somebody is a customer: two in five were there before the files begin, a third fall silent. */
function timeWithUs(random: Random, today: number): { since: number; until: number } {
  const begin = today - HISTORY_DAYS * DAY;
  const since = random.chance(0.42)
    ? momentBetween(random, begin, begin + 25 * DAY, 'home')
    : momentBetween(random, begin + 10 * DAY, today - 2 * DAY, 'home');
  const stays = random.chance(0.35) ? random.logNormal(130 * DAY, 0.9) : Number.POSITIVE_INFINITY;
  return { since, until: Math.min(today, since + Math.max(stays, 2 * DAY)) };
}

/** The people of the n-th household, numbered from `firstNumber` on. */
export function householdAt(seed: number, number: number, firstNumber: number, today: number): Person[] {
  const home = homeAt(seed, number);
  const size = new Random(seed, 'household', number).weighted(sizes);
  const members = firstNames(new Random(seed, 'members', number), LISTS[home.language], size);
  const shares = new Random(seed, 'mailbox', number).chance(size >= 3 ? 0.55 : 0.25);
  const sharedEmail = size > 1 && shares ? sharedAddressOf(home) : undefined;
  return members.map((member, place) => {
    const random = new Random(seed, 'person', number, place);
    const lists = LISTS[home.language];
    const personNumber = firstNumber + place;
    const { since, until } = timeWithUs(random, today);
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
      until,
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
      person.workEmail = workAddressOf(home, given, domain);
      if (random.chance(0.06)) person.sharedEmail = `info@${domain}`;
    }
    changeWithLife(random, person, today);
    person.systems = systemsOf(random, person);
    return person;
  });
}
