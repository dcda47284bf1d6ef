import { foldText } from './fold.ts';

/** A name taken apart: folded words. Either list may be empty. */
export interface Name {
  given: string[];
  family: string[];
  /** `jr`, `sr`, `2`, `3`, `4`. */
  suffix?: string;
}

/** What a source says of somebody's name. */
export interface WrittenName {
  fullName?: string;
  givenName?: string;
  familyName?: string;
  nameSuffix?: string;
}

const titles = new Set(
  'mr mrs ms miss mx dr prof sir madam sig sigra signor signora signorina dott dottssa dottoressa avv ing geom rag m mme mlle monsieur madame mademoiselle me dl dna dnul dnra domnul doamna'.split(
    ' ',
  ),
);
const suffixes: Record<string, string> = {
  jr: 'jr',
  junior: 'jr',
  fils: 'jr',
  sr: 'sr',
  senior: 'sr',
  pere: 'sr',
  ii: '2',
  iii: '3',
  iv: '4',
};
const particles = new Set(
  'de da di del della dei degli dal dalla du des la le lo van von der den ter ten bin ibn al el st san santa mac mc o d'.split(
    ' ',
  ),
);
const nobodies = new Set(
  'test unknown none null anonymous anonim anonyme anonimo guest visitor user customer client na tbd firstname lastname noname undefined sconosciuto inconnu necunoscut'.split(
    ' ',
  ),
);

const wordsOf = (text: string | undefined): string[] => {
  const folded = text && foldText(text);
  return folded ? folded.split(' ') : [];
};

/** Takes a name apart; titles go, "Byron, Ada" is turned round, placeholders and mail addresses are no name. */
export function readName(written: WrittenName): Name {
  const suffix = suffixes[foldText(written.nameSuffix ?? '')];
  if (written.givenName || written.familyName) {
    const given = withoutNobodies(wordsOf(written.givenName).filter((word) => !titles.has(word)));
    const [family, found] = splitSuffix(withoutNobodies(wordsOf(written.familyName)));
    return named(given, family, suffix ?? found);
  }
  const full = written.fullName ?? '';
  if (full.includes('@')) return { given: [], family: [] };
  const comma = full.indexOf(',');
  if (comma > 0) {
    const [after, found] = splitSuffix(wordsOf(full.slice(comma + 1)));
    if (after.length > 0) return named(after, wordsOf(full.slice(0, comma)), suffix ?? found);
    return readName({ fullName: full.slice(0, comma), nameSuffix: suffix ?? found ?? '' });
  }
  const all = wordsOf(full);
  const [words, found] = splitSuffix(
    withoutNobodies(all.filter((word, at) => !(at < all.length - 1 && titles.has(word)))),
  );
  if (words.length < 2 || !words.some((word) => /[a-z]/.test(word))) return named(words, [], suffix ?? found);
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1]!)) start -= 1;
  return named(words.slice(0, start), words.slice(start), suffix ?? found);
}

const named = (given: string[], family: string[], suffix: string | undefined): Name =>
  suffix ? { given, family, suffix } : { given, family };

const withoutNobodies = (words: string[]): string[] =>
  words.length > 0 && words.every((word) => nobodies.has(word)) ? [] : words;

function splitSuffix(words: string[]): [string[], string | undefined] {
  const last = words.at(-1);
  const suffix = words.length > 1 && last ? suffixes[last] : undefined;
  return suffix ? [words.slice(0, -1), suffix] : [words, undefined];
}

/** True when nothing is known of a name. */
export const isNameless = (name: Name): boolean => name.given.length === 0 && name.family.length === 0;
