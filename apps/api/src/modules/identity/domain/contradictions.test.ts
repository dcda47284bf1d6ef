import { describe, expect, it } from 'vitest';
import { contradictionsOf, differentDays, type Profile } from './contradictions.ts';
import { readName } from './name.ts';

const of = ({ names = ['Ada Byron'], ...rest }: Partial<Omit<Profile, 'names'>> & { names?: string[] }) =>
  contradictionsOf({
    birthDates: [],
    mailboxes: 1,
    records: 2,
    fresh: null,
    ...rest,
    names: names.map((fullName) => readName({ fullName })),
  });

describe('A customer contradicts themselves', () => {
  it('not at all, with one name written in three ways and a day of birth with a slip', () =>
    expect(
      of({ names: ['Ada Byron', 'A. Byron', 'Byron, Ada'], birthDates: ['1815-12-10', '1815-12-01'] }),
    ).toEqual([]));

  it('not by a name of one word, which may be either half', () =>
    expect(of({ names: ['Luigi ARENA', 'luigi', 'Arena'] })).toEqual([]));

  it.each([
    ['two days of birth', of({ birthDates: ['1980-01-02', '1991-05-06'] }), 'birth-dates', 2],
    ['two given names', of({ names: ['Ion Pop', 'Maria Pop', 'Maria Pop'] }), 'names', 2],
    ['four people’s names', of({ names: ['Ion Pop', 'Ana Rus', 'Dan Stan', 'Zoe Luca'] }), 'names', 4],
    ['a junior and a senior', of({ names: ['John Morris Jr', 'John Morris Sr'] }), 'suffixes', 2],
    ['nine mailboxes', of({ mailboxes: 9 }), 'mailboxes', 9],
    ['more records than are joined unseen', of({ records: 41 }), 'large', 41],
    ['most records since the last run', of({ records: 14, fresh: 10 }), 'grew', 10],
  ])('with %s', (_, found, code, figure) => expect(found).toEqual([{ code, figure }]));

  it('not by growing with everybody before a second run, nor by growing slowly', () => {
    expect(of({ records: 14, fresh: null })).toEqual([]);
    expect(of({ records: 24, fresh: 10 })).toEqual([]);
  });
});

describe('Days of birth', () => {
  it.each([
    [['1980-01-02', '02.01.1980', '2 January 1980'], 1],
    [['1980-01-02', '1980-02-01'], 1],
    [['1980-01-02', '1980-01-03'], 1],
    [['1980-01-02', 'unknown'], 1],
    [['1980-01-02', '1975-11-30', '1991-05-06'], 3],
  ])('%j are %i', (texts, count) => expect(differentDays(texts)).toBe(count));
});
