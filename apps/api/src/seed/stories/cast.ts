import { DAY } from '../calendar.ts';
import type { Happening } from '../life/happening.ts';
import type { World } from '../life/live.ts';
import { LISTS } from '../names/names.ts';
import { international } from '../people/noise.ts';
import { type Person, type Seen, SYSTEMS, type System } from '../people/person.ts';
import { homePhone } from '../phones.ts';
import { STORY_HOMES } from './all.ts';
import { type Role, whenBefore } from './story.ts';

/** Somebody of a story, with their life. */
export interface Cast {
  person: Person;
  happenings: Happening[];
}

/** Systems know the people of stories as they are, but for what the story says. */
function seenAs(role: Role, phone: string): Partial<Record<System, Partial<Seen>>> {
  const plain = { first: role.first, last: role.last, email: role.email, phone };
  return Object.fromEntries(SYSTEMS.map((system) => [system, { ...plain, ...role.seenAs?.[system] }]));
}

/** The people of the n-th household, if it is one of a story. */
export function castAt(world: World, household: number, firstNumber: number): Cast[] | undefined {
  const home = STORY_HOMES[household];
  if (!home) return undefined;
  const when = whenBefore(world.today);
  return home.roles.map((role, place) => {
    const { lives, phone: ordinal, since, changed, ...known } = role;
    const phone = ordinal === undefined ? undefined : homePhone(role.language, ordinal);
    const code = LISTS[role.language].cities.find(([city]) => city === role.city)?.[1] ?? '';
    const person: Person = {
      ...known,
      number: firstNumber + place,
      household: household + 1,
      story: home.story.id,
      ...(phone ? { phone } : {}),
      ...(changed === undefined ? {} : { changedAt: world.today - changed * DAY }),
      street: LISTS[role.language].streets[household % 10]!,
      postcode: role.language === 'en' ? `${code}1 2AB` : code.padEnd(role.language === 'ro' ? 6 : 5, '0'),
      since: when(since, '08:00'),
      until: world.today,
      level: 1,
      temper: 0.5,
      place,
      seenAs: seenAs(role, phone ? international(phone) : ''),
    };
    return { person, happenings: lives(when, world.campaigns) };
  });
}
