import { languageAt } from '../names/names.ts';
import type { Random } from '../random.ts';
import type { Day } from './calendar.ts';
import type { Profile } from './profile.ts';
import { type Country, LANGUAGE_OF } from './stock/stock.ts';
import type { Taken } from './taken.ts';

/** What everybody in one crowd has in common. */
export interface World {
  seed: number;
  /** The day on which the files are made. */
  today: Day;
  profile: Profile;
  /** Mail providers: reserved names that reach nobody, or those of life. */
  providers: 'example' | 'real';
  /** Mailboxes that somebody has. */
  taken: Taken;
}

/** Where the n-th family lives, and the how manieth of its language it is. */
export function placeOfFamily(random: Random, family: number): { country: Country; ordinal: number } {
  const { language, ordinal } = languageAt(family);
  if (language === 'en') return { country: random.chance(0.55) ? 'GB' : 'US', ordinal };
  return { country: ({ it: 'IT', fr: 'FR', ro: 'RO' } as const)[language], ordinal };
}

export type { Country };
export { LANGUAGE_OF };
