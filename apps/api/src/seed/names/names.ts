import { english } from './en.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import type { Language, Lists } from './lists.ts';
import { romanian } from './ro.ts';

/** The lists of each language. */
export const LISTS: Readonly<Record<Language, Lists>> = {
  en: english,
  it: italian,
  fr: french,
  ro: romanian,
};

// A fixed round of twenty: eight English, five Italian, four French, three Romanian. Because it is a round, the how
// manieth of its language somebody is can be computed without counting everybody before.
const ROUND: readonly Language[] = [
  'en',
  'it',
  'en',
  'fr',
  'en',
  'ro',
  'it',
  'en',
  'fr',
  'en',
  'it',
  'en',
  'ro',
  'fr',
  'it',
  'en',
  'en',
  'fr',
  'it',
  'ro',
];

// For each place of the round: how many of its language stand before it, and how many the round has of it.
const PLACES = ROUND.map((language, place) => ({
  language,
  before: ROUND.slice(0, place).filter((each) => each === language).length,
  perRound: ROUND.filter((each) => each === language).length,
}));

/** The language of the n-th household or company, and the how manieth of that language it is (from 0). */
export function languageAt(index: number): { language: Language; ordinal: number } {
  const { language, before, perRound } = PLACES[index % ROUND.length]!;
  return { language, ordinal: Math.floor(index / ROUND.length) * perRound + before };
}

/** Text without diacritics and apostrophes, for addresses. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’']/g, '');

/** A name as it stands in a mail address or a domain. */
export const slug = (text: string): string =>
  folded(text)
    .toLowerCase()
    .replaceAll('&', ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
