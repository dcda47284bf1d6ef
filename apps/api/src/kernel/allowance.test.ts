import { expect, it } from 'vitest';
import { makeAllowance } from './allowance.ts';

it('lets nobody do more than is allowed, gives it back evenly, and lets one not pay for another', () => {
  let now = 0;
  const may = makeAllowance(3, 60_000, () => now);
  expect([may('a'), may('a'), may('a'), may('a'), may('b')]).toEqual([true, true, true, false, true]);
  now = 20_000;
  expect([may('a'), may('a')]).toEqual([true, false]);
  now = 10 * 60_000;
  expect([may('a'), may('a'), may('a'), may('a')]).toEqual([true, true, true, false]);
});
