import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOrder, readDay, readMoment } from './read-date.ts';
import { instantOfWallTime, isTimeZone, offsetAt } from './time-zone.ts';

const read = (text: string, dateOrder: DateOrder = 'YMD', timeZone = 'UTC') => {
  const moment = readMoment(text, { dateOrder, timeZone });
  return moment.ok ? moment.value : moment.refusal;
};

describe('dates of other systems', () => {
  it.each<[string, string, DateOrder?]>([
    ['2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['2026-01-15 10:00', '2026-01-15T10:00:00.000Z'],
    ['2020-12-30 3:15:52', '2020-12-30T03:15:52.000Z'],
    ['2023-06-08 23:22:50.048000', '2023-06-08T23:22:50.048Z'],
    ['2006-04-15T03:23:15.000Z', '2006-04-15T03:23:15.000Z'],
    ['2010-10-14T00:00:00.000', '2010-10-14T00:00:00.000Z'],
    ['2026/3/5 7:08', '2026-03-05T07:08:00.000Z'],
    ['20260315', '2026-03-15T00:00:00.000Z'],
    ['20260315T101112Z'.replace('T101112Z', 'T10:11:12Z'), '2026-03-15T10:11:12.000Z'],
    ['3/15/2026 2:30 PM', '2026-03-15T14:30:00.000Z'],
    ['3/15/2026, 12:05:09 a.m.', '2026-03-15T00:05:09.000Z'],
    ['31/12/2026', '2026-12-31T00:00:00.000Z'],
    ['03/04/2026', '2026-04-03T00:00:00.000Z', 'DMY'],
    ['03/04/2026', '2026-03-04T00:00:00.000Z', 'MDY'],
    ['04/04/2026', '2026-04-04T00:00:00.000Z'],
    ['1.2.2026 08:30', '2026-02-01T08:30:00.000Z'],
    ['3/15/26', '2026-03-15T00:00:00.000Z'],
    ['15 Jan 2026', '2026-01-15T00:00:00.000Z'],
    ['January 15, 2026 9:05', '2026-01-15T09:05:00.000Z'],
    ['15 août 2026', '2026-08-15T00:00:00.000Z'],
    ['2 giugno 2026', '2026-06-02T00:00:00.000Z'],
    ['1 noiembrie 2026', '2026-11-01T00:00:00.000Z'],
    ['1574787450', '2019-11-26T16:57:30.000Z'],
    ['1574787450123', '2019-11-26T16:57:30.123Z'],
    // The six ways of one instant in a tool's own test file, and with a T between.
    ['07/15/2009 02:14:45+0800', '2009-07-14T18:14:45.000Z', 'MDY'],
    ['07/13/2009 22:14:45-0800', '2009-07-14T06:14:45.000Z', 'MDY'],
    ['07/14/2009T14:14:45+0200', '2009-07-14T12:14:45.000Z', 'MDY'],
    ['2009-07-14 22:14:45+0800', '2009-07-14T14:14:45.000Z'],
    ['2009-07-14T02:14:45-08:00', '2009-07-14T10:14:45.000Z'],
    ['2009-07-14 14:14:45 UTC', '2009-07-14T14:14:45.000Z'],
    ['2009-07-14 14:14:45 +02', '2009-07-14T12:14:45.000Z'],
  ])('reads %j as %s', (text, expected, order) => {
    expect(read(text, order)).toBe(expected);
  });

  it.each([
    ['2010-10-14T12:00:00.000Z-0300', /names two time zones/],
    ['03/04/2026', /could be two different days/],
    ['2026-02-30', /no such day/],
    ['2026-13-01', /no such day/],
    ['29.02.2026', /no such day/],
    ['31 Foo 2026', /no such day/],
    ['2026-01-15 25:00', /no such time/],
    ['2026-01-15 13:00 PM', /no such time/],
    ['2026-01-15 10:61', /no such time/],
    ['2026-01-15 10:00 +1500', /no such time zone/],
    ['2026-01-15 10:00 Mars', /time zone .* cannot be read/],
    ['0001-01-01', /too long ago/],
    ['9999-12-31', /too far ahead/],
    ['tomorrow', /not a date/],
    ['', /not a date/],
    ['1-2-3', /not a date/],
  ])('refuses %j with a sentence', (text, reason) => {
    expect(read(text)).toMatch(reason);
  });

  it('takes the zone of the file for times that name none, summer and winter', () => {
    expect(read('2026-07-01 12:00', 'YMD', 'Europe/Bucharest')).toBe('2026-07-01T09:00:00.000Z');
    expect(read('2026-01-01 12:00', 'YMD', 'Europe/Bucharest')).toBe('2026-01-01T10:00:00.000Z');
    expect(read('2026-01-01 12:00', 'YMD', 'America/Los_Angeles')).toBe('2026-01-01T20:00:00.000Z');
  });

  it('moves a skipped hour on, and takes an hour that comes twice the first time', () => {
    expect(read('2026-03-29 03:30', 'YMD', 'Europe/Bucharest')).toBe('2026-03-29T01:30:00.000Z');
    expect(read('2026-10-25 03:30', 'YMD', 'Europe/Bucharest')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('keeps a calendar day where it was written, whatever the zone', () => {
    expect(readDay('2026-06-30T23:30:00+14:00', { dateOrder: 'YMD' })).toEqual({
      ok: true,
      value: '2026-06-30',
    });
    expect(readDay('2026-06-31', { dateOrder: 'YMD' }).ok).toBe(false);
  });

  it('reads back every instant it could have written', () => {
    const instants = fc.date({
      min: new Date('1900-01-02'),
      max: new Date('2199-12-30'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(instants, (at) => read(at.toISOString()) === at.toISOString()));
  });

  it('agrees with the platform about wall times in every zone', () => {
    const zones = fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC');
    const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const wall = at + offsetAt(at, zone);
        const back = instantOfWallTime(wall, zone);
        return back + offsetAt(back, zone) === wall && back <= at;
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[\d/:.TZ+ -]{0,24}$/));
    fc.assert(fc.property(texts, (text) => typeof read(text) === 'string'));
  });

  it('knows which names are time zones', () => {
    expect(isTimeZone('Europe/Paris')).toBe(true);
    expect(isTimeZone('Pacific Time (US & Canada)')).toBe(false);
  });
});

describe('dates as programs write them', () => {
  const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));

  it('say what the same dates say that are written oddly and read the long way', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1890, max: 2210 }), two(13), two(31), two(24), two(60)),
        fc.constantFrom('', ':07', ':60', ':07.123'),
        fc.constantFrom('', 'Z'),
        fc.constantFrom('UTC', 'Europe/Bucharest', 'America/New_York'),
        ([year, month, day, hours, minutes], seconds, zone, timeZone) => {
          const [date, time] = [`${year}-${month}-${day}`, `${hours}:${minutes}${seconds}${zone}`];
          const told = (text: string) => {
            const moment = readMoment(text, { dateOrder: 'YMD', timeZone });
            return moment.ok ? moment.value : 'refused';
          };
          const long = told(`${date}  ${time}`);
          expect(told(`${date} ${time}`)).toBe(long);
          expect(told(`${date}T${time}`)).toBe(long);
        },
      ),
      { numRuns: 500 },
    );
  });
});
