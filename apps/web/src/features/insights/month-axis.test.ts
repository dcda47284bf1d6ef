import { expect, it } from 'vitest';
import { monthsOnAxis } from './month-axis.ts';

const months = (first: number, count: number) =>
  Array.from({ length: count }, (_, place) => ({
    month: new Date(Date.UTC(2025, first - 1 + place, 1)).toISOString().slice(0, 7),
  }));

it('writes so many months at most, and a year only where it changes', () => {
  expect(monthsOnAxis(months(11, 4), 8).map(({ month, withYear }) => [month, withYear])).toEqual([
    ['2025-11', true],
    ['2025-12', false],
    ['2026-01', true],
    ['2026-02', false],
  ]);
  const many = monthsOnAxis(months(1, 20), 8);
  expect(many.map(({ place }) => place)).toEqual([0, 3, 6, 9, 12, 15, 18]);
  expect(many.filter(({ withYear }) => withYear).map(({ month }) => month)).toEqual(['2025-01', '2026-01']);
  expect(monthsOnAxis([], 8)).toEqual([]);
});
