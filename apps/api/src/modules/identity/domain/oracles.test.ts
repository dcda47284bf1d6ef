import damerauLevenshtein from 'damerau-levenshtein';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import fc from 'fast-check';
import { transliterate } from 'transliteration';
import { describe, expect, it } from 'vitest';
import { damerau } from './damerau.ts';
import { readBirthDays } from './engine/normalise-date.ts';
import {
  bitsSet,
  codesOf,
  damerauOf,
  jaroWinklerFrom,
  jaroWinklerOf,
  lettersOf,
} from './engine/text-distance.ts';
import { foldText } from './fold.ts';

// What others have written independently of us, held beside what we have written.
dayjs.extend(customParseFormat);

const word = fc.string({ unit: fc.constantFrom(...'abcdeio -1'), maxLength: 14 });
const anything = fc.string({ unit: 'grapheme', maxLength: 40 });

describe('Slips between two texts', () => {
  it('are as many as another program counts', () =>
    fc.assert(
      fc.property(word, word, (a, b) => {
        const { steps } = damerauLevenshtein(a, b);
        expect(damerauOf(codesOf(a), 0, a.length, codesOf(b), 0, b.length, 20)).toBe(steps);
        expect(damerau(a, b, 20)).toBe(steps);
        for (const most of [1, 2])
          expect(damerauOf(codesOf(a), 0, a.length, codesOf(b), 0, b.length, most) > most).toBe(steps > most);
      }),
      { numRuns: 3000 },
    ));
});

describe('The likeness of two texts', () => {
  const plainly = (a: string, b: string): number => {
    const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
    const free = b.split('').map(() => true);
    const ours: string[] = [];
    for (const [at, letter] of a.split('').entries()) {
      const found = b
        .split('')
        .findIndex((one, to) => free[to] && one === letter && Math.abs(at - to) <= reach);
      if (found < 0) continue;
      free[found] = false;
      ours.push(letter);
    }
    if (ours.length === 0) return a.length + b.length === 0 ? 1 : 0;
    const theirs = b.split('').filter((_, at) => !free[at]);
    const turned = ours.filter((letter, at) => letter !== theirs[at]).length / 2;
    const jaro = (ours.length / a.length + ours.length / b.length + (ours.length - turned) / ours.length) / 3;
    let prefix = 0;
    while (prefix < 4 && prefix < Math.min(a.length, b.length) && a[prefix] === b[prefix]) prefix += 1;
    return jaro + prefix * 0.1 * (1 - jaro);
  };
  const codes = (a: string) => [codesOf(a), 0, a.length] as const;

  it('is that of the plain definition, whatever letters, and however long', () =>
    fc.assert(
      fc.property(fc.oneof(word, anything), fc.oneof(word, anything), (a, b) => {
        expect(jaroWinklerOf(...codes(a), ...codes(b))).toBeCloseTo(plainly(a, b), 10);
      }),
      { numRuns: 3000 },
    ));

  it('is never thrown away by a glance at the letters where it reaches what is asked', () =>
    fc.assert(
      fc.property(
        fc.oneof(word, anything),
        fc.oneof(word, anything),
        fc.constantFrom(0.72, 0.86, 0.9, 0.92),
        (a, b, least) => {
          const [lettersA, lettersB] = [lettersOf(...codes(a)), lettersOf(...codes(b))];
          const found = jaroWinklerFrom(least, ...codes(a), lettersA, ...codes(b), lettersB);
          const exact = jaroWinklerOf(...codes(a), ...codes(b));
          expect(found === exact || (found === 0 && exact < least)).toBe(true);
          // A slip changes two letters at most.
          expect(bitsSet(lettersA ^ lettersB)).toBeLessThanOrEqual(2 * damerau(a, b, 99));
        },
      ),
      { numRuns: 3000 },
    ));
});

describe('Names in other alphabets', () => {
  it.each(
    'Ştefan Ștefănescu Țurcanu François Noël Åse Müller Straße Łukasz Niccolò Þór Αθηνά Иван Юлия Søren Dvořák Œuvre Ángel Núñez'.split(
      ' ',
    ),
  )('%s is written in our letters as another program writes it', (name) =>
    expect(foldText(name)).toBe(transliterate(name).toLowerCase().replace(/['’]/g, '')),
  );
});

describe('A day of birth', () => {
  const formats = [
    'YYYY-MM-DD',
    'DD/MM/YYYY',
    'D.M.YYYY',
    'MM/DD/YYYY',
    'D MMMM YYYY',
    'MMMM D, YYYY',
    'DD MMM YYYY',
  ];
  const days = ['1980-01-02', '1999-12-31', '2000-02-29', '1964-07-04', '1971-11-11'];

  it.each(formats)('written as %s is the day that another program reads', (format) => {
    for (const day of days) {
      const text = dayjs(day).format(format);
      const order = format.startsWith('MM/') ? 'MDY' : format.startsWith('Y') ? 'YMD' : 'DMY';
      const read = dayjs(text, format, true);
      expect(read.isValid()).toBe(true);
      expect(readBirthDays(text, order)).toEqual([read.format('YYYYMMDD')]);
    }
  });

  it.each(['31/02/1980', '1980-13-40', 'soon'])('%s is none to either', (text) => {
    expect(readBirthDays(text, 'DMY')).toEqual([]);
    expect(dayjs(text, ['DD/MM/YYYY', 'YYYY-MM-DD'], true).isValid()).toBe(false);
  });
});
