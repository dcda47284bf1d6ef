import { differentPeople } from './crowd.ts';
import { damerau } from './damerau.ts';
import { readBirthDays } from './engine/normalise-date.ts';
import type { Name } from './name.ts';
import { largestUnseen } from './settle.ts';

/** What in all that is known of a customer looks as if several people had been taken for one. */
export type ContradictionCode = 'names' | 'suffixes' | 'birth-dates' | 'mailboxes' | 'large' | 'grew';

/** One of them, with its figure: how many different ones there are, or for `grew` how many records came since the last run. */
export interface Contradiction {
  code: ContradictionCode;
  figure: number;
}

/** What is known of a customer, of all records together. */
export interface Profile {
  names: readonly Name[];
  birthDates: readonly string[];
  mailboxes: number;
  records: number;
  /** Records that became theirs since the last run; nothing before the second run. */
  fresh: number | null;
}

/** One person has moved, married and changed employers; more mailboxes than this are a desk, or several people. */
const manyMailboxes = 8;
/** Fewer records than this are no growth to look at. */
const muchFresh = 10;

/** Where the records of one customer contradict each other, the plainest contradiction first. */
export function contradictionsOf({ names, birthDates, mailboxes, records, fresh }: Profile): Contradiction[] {
  const found: Contradiction[] = [];
  const say = (code: ContradictionCode, figure: number, isSo: boolean) => {
    if (isSo) found.push({ code, figure });
  };
  const days = differentDays(birthDates);
  const suffixes = new Set(names.flatMap(({ suffix }) => suffix ?? [])).size;
  const people = differentPeople(wholeNames(names)).length;
  say('birth-dates', days, days > 1);
  say('suffixes', suffixes, suffixes > 1);
  say('names', people, people > 1);
  say('mailboxes', mailboxes, mailboxes > manyMailboxes);
  say('large', records, records > largestUnseen);
  say('grew', fresh ?? 0, fresh !== null && fresh >= muchFresh && fresh > 2 * (records - fresh));
  return found;
}

/** Names with both halves, without generations: of a name of one word nobody knows which half it is. */
export const wholeNames = (names: readonly Name[]): Name[] =>
  names.flatMap(({ given, family }) => (given.length > 0 && family.length > 0 ? [{ given, family }] : []));

/** How many days of birth these texts name that no slip explains: one digit, and day and month turned round, are slips. */
export function differentDays(texts: readonly string[]): number {
  const days: string[][] = [];
  for (const text of new Set(texts)) {
    const read = readBirthDays(text, undefined);
    if (read.length > 0 && !days.some((known) => canBeOneDay(known, read))) days.push(read);
  }
  return days.length;
}

const canBeOneDay = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => damerau(one, other, 1) <= 1 || turned(one) === other));

const turned = (day: string): string => day.slice(0, 4) + day.slice(6) + day.slice(4, 6);
