import fc from 'fast-check';
import { expect, it } from 'vitest';
import { soundOf } from './sound.ts';

/** How a word sounds, rule by rule. */
const byRules = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/[sc]h/g, 's')
    .replace(/th/g, 't')
    .replace(/ck|kh|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/z/g, 's')
    .replace(/w/g, 'v')
    .replace(/^[aeiouy]+/, 'A')
    .replace(/(?<=.)h(?![aeiouy])/g, '')
    .replace(/[aeiouy ]+/g, '')
    .replace(/(.)\1+/g, '$1');

it('names that are written otherwise sound the same', () => {
  expect(['geoffrey', 'jeffrey'].map(soundOf)).toEqual(['jfr', 'jfr']);
  expect(['muhammed', 'mohamed'].map(soundOf)).toEqual(['mhmd', 'mhmd']);
  expect(['aylin', 'eilin'].map(soundOf)).toEqual(['Aln', 'Aln']);
});

it('a word sounds letter by letter as it does rule by rule', () => {
  const letters = [..."aeiouybcdfghjklmnpqrstvwxz '-7ßø"];
  const word = fc.array(fc.constantFrom(...letters, ...'hhhhcckksspptt'), { maxLength: 12 });
  fc.assert(
    fc.property(word, (some) => {
      const text = some.join('');
      expect(soundOf(text)).toBe(byRules(text));
    }),
    { numRuns: 5_000 },
  );
});
