import { describe, expect, it } from 'vitest';
import { mostPressing, seeClock, unitsOf } from './clock.ts';
import type { ClockShown } from './desk.documents.ts';

const now = Date.parse('2026-01-05T12:00:00Z');
const clock = (more: Partial<ClockShown>): ClockShown => ({
  kind: 'FIRST_REPLY',
  turn: 1,
  state: 'RUNNING',
  startedAt: '2026-01-05T09:00:00Z',
  targetMinutes: 240,
  dueAt: '2026-01-05T13:00:00Z',
  warnAt: '2026-01-05T12:30:00Z',
  brokenAt: null,
  stoppedAt: null,
  ...more,
});

describe('a clock that is looked at', () => {
  it.each([
    ['ok', {}, 60],
    ['soon', { warnAt: '2026-01-05T12:00:00Z' }, 60],
    ['late', { dueAt: '2026-01-05T11:48:00Z' }, -12],
    ['paused', { state: 'PAUSED', dueAt: null, warnAt: null }, null],
    ['late', { state: 'PAUSED', dueAt: null, brokenAt: '2026-01-05T11:00:00Z' }, -60],
    ['met', { state: 'KEPT', dueAt: null, stoppedAt: '2026-01-05T10:00:00Z' }, null],
    ['metLate', { state: 'BROKEN', dueAt: null, stoppedAt: '2026-01-05T14:00:00Z' }, null],
  ] as const)('is %s', (look, more, minutes) => {
    expect(seeClock(clock(more), now)).toMatchObject({ look, minutes });
  });

  it('is the one that is due first; one that waits only when none runs', () => {
    const [early, late] = [clock({ turn: 2, dueAt: '2026-01-05T12:10:00Z' }), clock({})];
    const paused = clock({ state: 'PAUSED', dueAt: null });
    expect(mostPressing([late, paused, early])).toBe(early);
    expect(mostPressing([paused, clock({ state: 'KEPT', stoppedAt: '2026-01-05T10:00:00Z' })])).toBe(paused);
    expect(mostPressing([])).toBeUndefined();
  });

  it.each([
    [41, [['minute', 41]]],
    [-12, [['minute', 12]]],
    [
      90,
      [
        ['hour', 1],
        ['minute', 30],
      ],
    ],
    [750, [['hour', 12]]],
    [
      1_500,
      [
        ['day', 1],
        ['hour', 1],
      ],
    ],
    [20_000, [['day', 13]]],
  ])('says %i minutes in at most two units', (minutes, units) => {
    expect(unitsOf(minutes)).toEqual(units);
  });
});
