import { expect, it } from 'vitest';
import { advisoryLocks } from './advisory-locks.ts';

it('no two locks of the program are one', () => {
  const numbers = Object.values(advisoryLocks);
  expect(new Set(numbers).size).toBe(numbers.length);
});
