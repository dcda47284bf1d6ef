import { expect, it } from 'vitest';
import { groupBy, inOrderOf, inPieces, inPlaces } from './batch.ts';

it('gives each asker their rows, and nobody those of another', () => {
  const rows = [
    { place: 2, name: 'a' },
    { place: 1, name: 'b' },
    { place: 2, name: 'c' },
    { place: 9, name: 'stray' },
  ];
  expect(inPlaces(rows, 3)).toEqual([[{ name: 'b' }], [{ name: 'a' }, { name: 'c' }], []]);
});

it('answers in the order asked, with null for nobody and twice for who is asked twice', () => {
  expect(inOrderOf(['b', 'x', 'a', 'b'], [{ id: 'a' }, { id: 'b' }])).toEqual([
    { id: 'b' },
    null,
    { id: 'a' },
    { id: 'b' },
  ]);
});

it('cuts into pieces and groups in order of appearance', () => {
  expect([...inPieces([1, 2, 3], 2)]).toEqual([[1, 2], [3]]);
  expect([...groupBy([3, 1, 4, 2], (n) => n % 2).entries()]).toEqual([
    [1, [3, 1]],
    [0, [4, 2]],
  ]);
});
