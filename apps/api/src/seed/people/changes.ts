import { DAY } from '../calendar.ts';
import { LISTS, slug } from '../names/names.ts';
import type { Random } from '../random.ts';
import type { Person } from './person.ts';

/** Life changes people: some marry and change their name, some leave a mail provider. Changes the person in place. */
export function changeWithLife(random: Random, person: Person, today: number): void {
  const lists = LISTS[person.language];
  const months = (today - person.since) / (30 * DAY);
  if (months < 6) return;
  const changedAt = person.since + (0.3 + 0.5 * random.next()) * (today - person.since);
  const [, host] = person.email.split('@') as [string, string];
  if (person.gender === 'f' && person.place < 2 && random.chance(0.035)) {
    person.formerLast = random.pick(lists.family.filter((each) => each !== person.last));
    person.formerEmail = `${slug(person.first)}.${slug(person.formerLast)}${person.household}@${host}`;
    person.changedAt = changedAt;
  } else if (random.chance(0.06)) {
    const before = random.pick(lists.mailboxes.filter((each) => each !== host));
    person.formerEmail = `${slug(person.first)}${person.household}@${before}`;
    person.changedAt = changedAt;
  }
}
