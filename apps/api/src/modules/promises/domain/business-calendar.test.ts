import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#kernel/read-settings';
import { businessCalendar, dueAfter, openMinutes } from './business-calendar.ts';

const nineToFive: [number, number] = [9 * 60, 17 * 60];
const desk = businessCalendar.parse({
  timeZone: 'Europe/Rome',
  week: [null, nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, null],
  holidays: ['2026-12-25'],
});
const at = (text: string) => Date.parse(text);
const shown = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

describe('a promise on the calendar of the desk that gave it', () => {
  it.each([
    ['within the day', '2026-11-23T09:00:00Z', 120, '2026-11-23T11:00:00.000Z'],
    ['over night', '2026-11-23T15:30:00Z', 60, '2026-11-24T08:30:00.000Z'],
    ['over the weekend', '2026-11-20T15:00:00Z', 90, '2026-11-23T08:30:00.000Z'],
    ['over Christmas', '2026-12-24T15:00:00Z', 120, '2026-12-28T09:00:00.000Z'],
    ['given on Sunday', '2026-11-22T12:00:00Z', 30, '2026-11-23T08:30:00.000Z'],
    ['over the change of clocks', '2026-10-23T14:00:00Z', 120, '2026-10-26T09:00:00.000Z'],
    ['due when the desk closes', '2026-11-23T08:00:00Z', 480, '2026-11-23T16:00:00.000Z'],
  ])('%s', (_, from, minutes, due) => {
    expect(shown(dueAfter(at(from), minutes, desk))).toBe(due);
  });

  it('lasts as many open minutes as were promised', () => {
    const start = fc.integer({ min: at('2026-01-01'), max: at('2027-12-01') });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 5000 }), (from, minutes) => {
        expect(openMinutes(from, dueAfter(from, minutes, desk)!, desk)).toBeCloseTo(minutes, 6);
      }),
    );
  });

  it('is not made of nonsense', () => {
    expect(dueAfter(Number.NaN, 5, desk)).toBeNull();
    expect(dueAfter(0, -5, desk)).toBeNull();
    expect(dueAfter(at('2026-01-01'), 1e9, desk)).toBeNull();
    expect(openMinutes(at('2026-01-02'), at('2026-01-01'), desk)).toBe(0);
    expect(openMinutes(0, Number.NaN, desk)).toBeNull();
    expect(readSettings(businessCalendar, { ...desk, timeZone: 'Mars/Base' })).toMatchObject({
      ok: false,
      refusal: { field: 'timeZone' },
    });
    expect(readSettings(businessCalendar, { ...desk, week: Array(7).fill(null) })).toMatchObject({
      ok: false,
      refusal: { field: 'week' },
    });
  });
});
