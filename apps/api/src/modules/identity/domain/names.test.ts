import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, type NameVerdict } from './compare-names.ts';
import { readName } from './name.ts';

const verdict = (a: string, b: string): NameVerdict =>
  compareNames(readName({ fullName: a }), readName({ fullName: b }));

describe('Two names', () => {
  it.each<[string, string, NameVerdict]>([
    ['Ada Byron', 'ada byron', 'same'],
    ['Ada Byron', 'Byron, Ada', 'same'],
    ['Ada Byron', 'Byron Ada', 'same'],
    ['Dr. Ada Byron', 'Ada Byron', 'same'],
    ['Ștefan Țurcanu', 'Stefan Turcanu', 'same'],
    ["Sean O'Brien", 'Sean OBrien', 'same'],
    ['Bob Smith', 'Robert Smith', 'compatible'],
    ['Ion Popescu', 'John Popescu', 'compatible'],
    ['Giuseppe Rossi', 'Beppe Rossi', 'compatible'],
    ['A. Byron', 'Ada Byron', 'compatible'],
    ['Ada', 'Ada Byron', 'compatible'],
    ['Anne-Marie Dupont', 'Anne Dupont', 'compatible'],
    ['Catherine Smith', 'Catherne Smith', 'compatible'],
    ['Ada Popescu', 'Ada Popecsu', 'compatible'],
    ['Ludwig van Beethoven', 'Ludwig Beethoven', 'compatible'],
    ['Maria Garcia Lopez', 'Maria Garcia', 'compatible'],
    ['Maria Rossi', 'Maria Bianchi', 'unclear'],
    ['Rossi', 'Maria Rossi', 'unclear'],
    ['Maria Rossi', 'Mario Rossi', 'relatives'],
    ['Ioan Pop', 'Ioana Pop', 'relatives'],
    ['Daniel Ilie', 'Daniela Ilie', 'relatives'],
    ['Anne Marie Dupont', 'Anne Lise Dupont', 'relatives'],
    ['Ion Popescu', 'Maria Popescu', 'relatives'],
    ['John Smith Jr.', 'John Smith Sr.', 'suffix'],
    ['John Smith Jr.', 'John Smith', 'unclear'],
    ['Ada Byron', 'Charles Babbage', 'different'],
    ['', 'Ada Byron', 'unknown'],
    ['ada@x.org', 'Ada Byron', 'unknown'],
    ['Unknown', 'Ada Byron', 'unknown'],
  ])('%s and %s', (a, b, expected) => {
    expect(verdict(a, b)).toBe(expected);
    expect(verdict(b, a)).toBe(expected);
  });

  it('are compared the same in either direction, and every name is the same as itself', () => {
    const word = fc.constantFrom(
      'ada',
      'bob',
      'robert',
      'maria',
      'mario',
      'popescu',
      'popecsu',
      'o',
      'van',
      'jr',
      'smith',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(verdict(a, b)).toBe(verdict(b, a));
        expect(['same', 'unknown']).toContain(verdict(a, a));
      }),
    );
  });
});
