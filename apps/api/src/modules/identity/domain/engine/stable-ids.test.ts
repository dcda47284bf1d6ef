import { describe, expect, it } from 'vitest';
import { carryIds } from './stable-ids.ts';

const before = new Map([
  ['a', 'c1'],
  ['b', 'c1'],
  ['c', 'c1'],
  ['d', 'c2'],
]);

describe('carryIds', () => {
  it('lets the larger survive a merge and sends the other id to it', () => {
    const { ids, redirects } = carryIds([['a', 'b', 'c', 'd']], before);
    expect(ids).toEqual(['c1']);
    expect(redirects).toEqual(new Map([['c2', 'c1']]));
  });

  it('leaves the id with the larger part of a split', () =>
    expect(carryIds([['c'], ['a', 'b'], ['d']], before).ids).toEqual([null, 'c1', 'c2']));

  it('asks for a new id for whom nobody knew', () => expect(carryIds([['x']], before).ids).toEqual([null]));

  it('lets the older id stay where two are equal', () =>
    expect(carryIds([['d', 'e']], new Map([...before, ['e', 'c0']])).ids).toEqual(['c0']));
});
