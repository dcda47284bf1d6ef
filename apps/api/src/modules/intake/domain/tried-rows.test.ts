import { expect, it } from 'vitest';
import { packTried, type RowOutcome } from './tried-rows.ts';

const row = (position: number, outcome: RowOutcome) => ({
  position,
  line: position + 1,
  outcome,
  customerId: null,
  customerName: `Ada ${position}`,
  otherId: null,
  otherName: null,
  causes: [],
});

it('rows of a dry run are kept by what they come to, in their order, each with the end of its set', () => {
  const sets = packTried('f', [row(1, 'created'), row(2, 'unsure'), row(3, 'created'), row(4, 'rejected')]);
  expect(sets.map(({ outcome, setEnd, rows }) => [outcome, setEnd, rows.map((one) => one.position)])).toEqual(
    [
      ['created', 4, [1, 3]],
      ['unsure', 4, [2]],
      ['rejected', 4, [4]],
    ],
  );
});

it('a set without rows keeps nothing', () => {
  expect(packTried('f', [])).toEqual([]);
});
