import { DAY, midnight } from '../calendar.ts';
import type { Campaign } from '../life/campaigns.ts';
import type { Happening } from '../life/happening.ts';
import type { Person } from '../people/person.ts';

/** A moment told as so many days ago, at an hour (UTC). */
export type When = (daysAgo: number, clock: string) => number;

/** One person of a story: who they are, and what happens to them. */
export interface Role
  extends Pick<Person, 'language' | 'gender' | 'first' | 'last' | 'email' | 'city' | 'systems'>,
    Partial<
      Pick<
        Person,
        | 'nick'
        | 'suffix'
        | 'formerLast'
        | 'formerEmail'
        | 'sharedEmail'
        | 'workEmail'
        | 'company'
        | 'jobTitle'
        | 'seenAs'
        | 'birthday'
      >
    > {
  /** Which of the story numbers of the language is theirs; people who share a phone share it. */
  phone?: number;
  since: number;
  changed?: number;
  lives(when: When, campaigns: readonly Campaign[]): Happening[];
}

/** A story that the demo tells, and the households it happens in. */
export interface Story {
  id: string;
  title: string;
  homes: readonly (readonly Role[])[];
}

/** The clock of stories for one day. */
export const whenBefore =
  (today: number): When =>
  (daysAgo, clock) => {
    const [hour, minute] = clock.split(':').map(Number) as [number, number];
    return midnight(today) - daysAgo * DAY + hour * 3_600_000 + minute * 60_000;
  };
