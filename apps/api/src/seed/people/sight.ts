import { HOUR } from '../calendar.ts';
import { slug } from '../names/names.ts';
import { Random } from '../random.ts';
import { asOldSystemsSpell, inCase, mistyped, mistypedAddress, typedPhone } from './noise.ts';
import { type Person, type Seen, SYSTEMS, type System } from './person.ts';

/** Somebody as one system knows them: with the mistakes, gaps and old news of that system. */
export interface Sighting extends Seen {
  /** When the record was made. */
  since: number;
}

/** How likely each system is to … */
const habits: Readonly<Record<System, { work: number; phone: number; nick: number; old: number }>> = {
  hubspot: { work: 0.75, phone: 0.55, nick: 0.06, old: 0.1 },
  zendesk: { work: 0.4, phone: 0.3, nick: 0.2, old: 0.05 },
  mailchimp: { work: 0.25, phone: 0.12, nick: 0.1, old: 0.25 },
  intercom: { work: 0.2, phone: 0.1, nick: 0.35, old: 0.05 },
  shop: { work: 0.15, phone: 0, nick: 0.02, old: 0.1 },
  salesforce: { work: 0.7, phone: 0.75, nick: 0.04, old: 0.45 },
};

/** One system gives an address to one person only, so the members of a household use a shared one in different systems. */
const usesSharedIn = (person: Person, system: System): boolean =>
  system === 'shop' ? person.place % 2 === 1 : SYSTEMS.indexOf(system) % 5 === person.place % 5;

function addressIn(random: Random, person: Person, system: System, since: number): string {
  if (
    person.sharedEmail?.startsWith('info@')
      ? random.chance(0.5)
      : person.sharedEmail && usesSharedIn(person, system)
  )
    return person.sharedEmail!;
  if (person.formerEmail && since < person.changedAt!) return person.formerEmail;
  return person.workEmail && random.chance(habits[system].work) ? person.workEmail : person.email;
}

/** How one system knows somebody; the same answer each time for the same seed. `copy` counts a system's duplicates. */
export function sight(seed: number, person: Person, system: System, today: number, copy = 0): Sighting {
  const random = new Random(seed, 'sight', person.number, system, copy);
  const habit = habits[system];
  const since = Math.min(
    today - HOUR,
    person.since + (random.chance(0.5) ? 0 : random.next() ** 2 * (today - person.since)),
  );
  const before = person.formerLast !== undefined && since < person.changedAt!;
  let first = person.nick && random.chance(habit.nick) ? person.nick : person.first;
  let last =
    (before ? person.formerLast! : person.last) +
    (person.suffix && random.chance(0.4) ? ` ${person.suffix}` : '');
  if (random.chance(0.02)) last = mistyped(random, last);
  if (random.chance(0.01)) first = mistyped(random, first);
  if (random.chance(habit.old))
    [first, last] = [asOldSystemsSpell(random, first), asOldSystemsSpell(random, last)];
  [first, last] = [inCase(random, first), inCase(random, last)];
  if (random.chance(0.012)) [first, last] = [last, first];
  if (system === 'mailchimp' && random.chance(0.25)) last = '';
  if (system === 'mailchimp' && random.chance(0.12)) first = '';
  if (system === 'intercom' && random.chance(0.2)) [first, last] = [slug(first), ''];
  let email = addressIn(random, person, system, since);
  if (random.chance(0.008)) email = mistypedAddress(random, email);
  if (random.chance(0.05))
    email = random.pick([email.toUpperCase(), email[0]!.toUpperCase() + email.slice(1)]);
  if (system === 'hubspot' && person.phone && random.chance(0.03)) email = '';
  if (system === 'intercom' && random.chance(0.15)) email = '';
  // Only rows that name a country may leave it out of the number.
  const national = system === 'hubspot' || system === 'salesforce';
  const keepsPhone = random.chance(habit.phone) || email === '';
  const phone = person.phone && keepsPhone ? typedPhone(random, person.phone, national) : '';
  return { first, last, email, phone, since, ...person.seenAs?.[system] };
}

/** The language a record says, as Zendesk and HubSpot write it. */
export const localeOf = (person: Person): string =>
  ({ en: 'en-GB', it: 'it', fr: 'fr', ro: 'ro' })[person.language];
