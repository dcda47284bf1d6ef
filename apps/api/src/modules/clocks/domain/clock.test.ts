import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar } from '#modules/promises';
import { foldClocks, type Moment, type MomentKind, type Targets } from './clock.ts';

const nineToSix: [number, number] = [9 * 60, 18 * 60];
const rome = businessCalendar.parse({
  timeZone: 'Europe/Rome',
  week: [null, nineToSix, nineToSix, nineToSix, nineToSix, nineToSix, null],
  holidays: ['2026-12-08', '2026-12-25'],
});
const story = (...moments: [MomentKind, string][]): Moment[] =>
  moments.map(([kind, at]) => ({ kind, at: new Date(at) }));
const onlySolution = (minutes: number): Targets => ({ minutes: { resolution: minutes }, calendar: rome });
const one = (moments: Moment[], targets: Targets) => {
  const [clock] = foldClocks(moments, targets);
  return (
    clock && { state: clock.state, due: clock.dueAt?.toISOString(), broken: clock.brokenAt?.toISOString() }
  );
};

describe('a clock on the hours of the desk, to the second', () => {
  it.each([
    [
      'runs over a weekend and a holiday',
      // Friday 16:59:30 in Rome; four hours: 60:30 on Friday, the rest on Monday. Tuesday the 8th is a holiday, not touched.
      story(['opened', '2026-12-04T15:59:30Z']),
      240,
      '2026-12-07T10:59:30.000Z',
    ],
    [
      'steps over the holiday itself',
      // Monday 17:00 in Rome; two hours: one on Monday, none on the holiday, one on Wednesday.
      story(['opened', '2026-12-07T16:00:00Z']),
      120,
      '2026-12-09T09:00:00.000Z',
    ],
    [
      'stands still on hold',
      // Wednesday 10:00:00; on hold from 10:30:15 to 15:00:45; of 120 minutes 89:45 are left.
      story(
        ['opened', '2026-12-09T09:00:00Z'],
        ['paused', '2026-12-09T09:30:15Z'],
        ['resumed', '2026-12-09T14:00:45Z'],
      ),
      120,
      '2026-12-09T15:30:30.000Z',
    ],
    [
      'keeps the wall time of the desk when clocks change',
      // Friday before the change, 17:00 summer time (15:00Z); two hours: one on Friday, one on Monday from 9:00 winter time (08:00Z).
      story(['opened', '2026-10-23T15:00:00Z']),
      120,
      '2026-10-26T09:00:00.000Z',
    ],
    [
      'is held over a holiday, a change of clocks and a night, each counted once',
      // Friday 17:50 (15:50Z), hold at 17:55:10, resumed Monday 08:00 (shut), opens 09:00 (08:00Z): 54:50 of 60 minutes are left.
      story(
        ['opened', '2026-10-23T15:50:00Z'],
        ['paused', '2026-10-23T15:55:10Z'],
        ['resumed', '2026-10-26T07:00:00Z'],
      ),
      60,
      '2026-10-26T08:54:50.000Z',
    ],
    ['begins when the desk opens', story(['opened', '2026-12-06T20:00:00Z']), 30, '2026-12-07T08:30:00.000Z'],
  ])('%s', (_, moments, minutes, due) => {
    expect(one(moments, onlySolution(minutes))).toMatchObject({ state: 'running', due });
  });

  it('counts around the clock without hours', () => {
    expect(
      one(story(['opened', '2026-12-25T23:00:00Z']), { minutes: { resolution: 90 }, calendar: null }),
    ).toMatchObject({ due: '2026-12-26T00:30:00.000Z' });
  });
});

describe('what becomes of a promise', () => {
  const targets: Targets = {
    minutes: { 'first-reply': 60, 'next-reply': 30, resolution: 480 },
    calendar: null,
  };
  const opened = '2026-01-05T09:00:00Z';
  const told = (moments: Moment[]) =>
    foldClocks(moments, targets).map(
      ({ kind, turn, state, brokenAt }) =>
        `${kind} ${turn} ${state}${brokenAt ? ` at ${brokenAt.toISOString().slice(11, 19)}` : ''}`,
    );

  it.each([
    ['an answer in time', story(['opened', opened], ['answered', '2026-01-05T09:59:59Z']), 'kept'],
    ['an answer at the very second', story(['opened', opened], ['answered', '2026-01-05T10:00:00Z']), 'kept'],
    [
      'an answer a second late',
      story(['opened', opened], ['answered', '2026-01-05T10:00:01Z']),
      'broken at 10:00:00',
    ],
    ['a solution without an answer', story(['opened', opened], ['solved', '2026-01-05T09:10:00Z']), 'kept'],
  ])('%s', (_, moments, outcome) => {
    expect(told(moments)[0]).toBe(`first-reply 1 ${outcome}`);
  });

  it('every further question begins a clock of its own, once, and an answer or the solution ends it', () => {
    expect(
      told(
        story(
          ['opened', opened],
          ['asked', '2026-01-05T09:05:00Z'],
          ['answered', '2026-01-05T09:10:00Z'],
          ['asked', '2026-01-05T09:20:00Z'],
          ['asked', '2026-01-05T09:25:00Z'],
          ['answered', '2026-01-05T09:55:00Z'],
          ['asked', '2026-01-05T10:00:00Z'],
          ['solved', '2026-01-05T10:01:00Z'],
        ),
      ),
    ).toEqual([
      'first-reply 1 kept',
      'resolution 1 kept',
      'next-reply 1 broken at 09:50:00',
      'next-reply 2 kept',
    ]);
  });

  it('no clock of answers runs on after the solution; reopening starts the solution’s again where it stood', () => {
    const moments = story(
      ['opened', opened],
      ['solved', '2026-01-05T10:00:00Z'],
      ['reopened', '2026-01-07T12:00:00Z'],
    );
    const clocks = foldClocks(moments, targets);
    expect(clocks.map(({ kind, state }) => [kind, state])).toEqual([
      ['first-reply', 'kept'],
      ['resolution', 'running'],
    ]);
    expect(clocks[1]?.dueAt?.toISOString()).toBe('2026-01-07T19:00:00.000Z');
  });

  it('a late clock stays late however it is paused', () => {
    const moments = story(
      ['opened', opened],
      ['paused', '2026-01-05T18:00:00Z'],
      ['resumed', '2026-01-06T09:00:00Z'],
    );
    const solution = foldClocks(moments, targets).find(({ kind }) => kind === 'resolution');
    expect([solution?.state, solution?.brokenAt?.toISOString()]).toEqual([
      'running',
      '2026-01-05T17:00:00.000Z',
    ]);
  });

  it('a question while we wait for the customer stands still with the rest', () => {
    expect(
      told(
        story(
          ['opened', opened],
          ['answered', '2026-01-05T09:01:00Z'],
          ['paused', '2026-01-05T09:01:00Z'],
          ['asked', '2026-01-05T11:00:00Z'],
        ),
      ),
    ).toEqual(['first-reply 1 kept', 'resolution 1 paused', 'next-reply 1 paused']);
  });

  it('is the same in whatever order the moments were told', () => {
    const kinds: MomentKind[] = ['opened', 'asked', 'answered', 'paused', 'resumed', 'solved', 'reopened'];
    const moment = fc.record({
      kind: fc.constantFrom(...kinds),
      at: fc
        .integer({ min: 0, max: 5_000 })
        .map((minute) => new Date(Date.UTC(2026, 0, 5) + minute * 60_000)),
    });
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 12 }), (moments) => {
        expect(foldClocks([...moments].reverse(), targets)).toEqual(foldClocks(moments, targets));
      }),
    );
  });
});
