import { expect, it } from 'vitest';
import { localDay } from './local-day.ts';

it('A day is the one of the reader’s calendar, from its first minute to its last', () => {
  expect(localDay(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
  expect(localDay(new Date(2026, 10, 30, 23, 59))).toBe('2026-11-30');
});
