import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerau } from '../damerau.ts';
import { codesOf, damerauOf, jaroWinklerOf } from './text-distance.ts';

const edits = (a: string, b: string, most: number) =>
  damerauOf(codesOf(a), 0, a.length, codesOf(b), 0, b.length, most);
const likeness = (a: string, b: string) => jaroWinklerOf(codesOf(a), 0, a.length, codesOf(b), 0, b.length);
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 });

describe('damerauOf', () => {
  it.each([
    ['smith', 'smith', 0],
    ['smith', 'smiht', 1],
    ['smith', 'smyth', 1],
    ['smith', 'smithe', 1],
    ['ca', 'abc', 3],
    ['', 'ada', 3],
  ])('counts the slips between %s and %s: %i', (a, b, count) => expect(edits(a, b, 9)).toBe(count));

  it('counts as the plain square does, and stops when it is certain of too many', () =>
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (a, b, most) => {
        expect(edits(a, b, 12)).toBe(damerau(a, b, 12));
        expect(Math.min(edits(a, b, most), most + 1)).toBe(Math.min(damerau(a, b, 12), most + 1));
      }),
    ));
});

describe('jaroWinklerOf', () => {
  // Winkler's own table (1990), to three places.
  it.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSONX', 0.813],
    ['JONES', 'JOHNSON', 0.832],
    ['ABROMS', 'ABRAMS', 0.922],
    ['MICHELLE', 'MICHAEL', 0.921],
    ['ada', 'ada', 1],
    ['ada', 'zoe', 0],
  ])('likens %s and %s by %f', (a, b, expected) => expect(likeness(a, b)).toBeCloseTo(expected, 2));

  it('does not ask who came first', () =>
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 12);
      }),
      { numRuns: 2000 },
    ));
});
