import { describe, expect, it } from 'vitest';
import { alarmsOf } from './cohesion-alarms.ts';
import { readName } from './name.ts';
import type { Evidence } from './resolve.ts';

const record = (recordId: string, fullName: string, birthDate?: string): Evidence => ({
  recordId,
  identifiers: [],
  name: readName({ fullName }),
  ...(birthDate ? { birthDate } : {}),
});
const codes = (...args: Parameters<typeof alarmsOf>) => alarmsOf(...args).map(({ code }) => code);

describe('A customer raises an alarm', () => {
  it('when one link alone joins two groups that speak against each other', () => {
    const all = ['a', 'b', 'c', 'd'].map((id) => record(id, 'Ada Byron'));
    const ties = [
      { a: 'a', b: 'b', bits: 12 },
      { a: 'c', b: 'd', bits: 12 },
      { a: 'b', b: 'c', bits: 3 },
      { a: 'a', b: 'c', bits: -9 },
      { a: 'a', b: 'd', bits: -9 },
      { a: 'b', b: 'd', bits: -9 },
    ];
    expect(alarmsOf(all, ties, 4)).toMatchObject([{ code: 'bridge', recordIds: ['a', 'b'] }]);
    expect(
      codes(
        all,
        ties.map((tie) => ({ ...tie, bits: Math.abs(tie.bits) })),
        4,
      ),
    ).toEqual([]);
  });

  it('when names or days of birth can hardly be one person’s', () => {
    expect(codes([record('a', 'Ada Byron'), record('b', 'A. Byron')], [], 2)).toEqual([]);
    expect(codes([record('a', 'Ion Pop'), record('b', 'Maria Pop')], [], 2)).toEqual(['names']);
    expect(
      codes([record('a', 'Ada Byron', '1980-01-02'), record('b', 'Ada Byron', '1991-05-06')], [], 2),
    ).toEqual(['birth-dates']);
  });

  it('when far more records are one customer than others have', () => {
    expect(codes([record('a', 'Ada Byron')], [], 41)).toEqual(['large']);
  });
});
