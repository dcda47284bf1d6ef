import { describe, expect, it } from 'vitest';
import { mayReadView, type SavedView, viewWish, withViewAt } from './saved-view.ts';

const view: SavedView = {
  id: 'v',
  ownerId: 'ines',
  ownerName: 'Inès',
  screen: 'customers',
  name: 'Mine',
  search: 'stage=USE',
  sharedWith: 'nobody',
  department: 'sales',
  place: 1,
  createdAt: new Date(0),
  removedAt: null,
};
const ines = { id: 'ines', department: 'sales' };
const otto = { id: 'otto', department: 'sales' };
const sam = { id: 'sam', department: 'support' };
const ada = { id: 'ada', department: null };

describe('a saved view', () => {
  it.each([
    ['one’s own', view, [true, false, false, false]],
    ['of the department', { ...view, sharedWith: 'department' }, [true, true, false, false]],
    ['of everybody', { ...view, sharedWith: 'everybody' }, [true, true, true, true]],
    [
      'of somebody without a department',
      { ...view, sharedWith: 'department', department: null },
      [true, false, false, false],
    ],
    [
      'that was removed',
      { ...view, sharedWith: 'everybody', removedAt: new Date(1) },
      [true, false, false, false],
    ],
  ] as const)('is read by whom it is for: %s', (_, one, expected) => {
    expect([ines, otto, sam, ada].map((reader) => mayReadView(one, reader))).toEqual(expected);
  });

  const wish = {
    screen: 'customers',
    name: ' Mine ',
    search: '?stage=%5B%22USE%22%5D',
    sharedWith: 'nobody',
  };
  it('keeps the search of an address without its question mark', () => {
    expect(viewWish.parse(wish)).toEqual({ ...wish, name: 'Mine', search: 'stage=%5B%22USE%22%5D' });
  });

  it.each([
    ['name', ' \u0000 '],
    ['name', 'x'.repeat(121)],
    ['screen', '/customers'],
    ['screen', ''],
    ['search', 'a=b#c'],
    ['search', 'a=b c'],
    ['search', 'javascript:alert(1)\n'],
    ['search', `a=${'b'.repeat(4_000)}`],
    ['sharedWith', 'the world'],
  ])('has no other %s than it can have: %j', (field, value) => {
    expect(viewWish.safeParse({ ...wish, [field]: value }).success).toBe(false);
  });

  it.each([
    ['a', 1, 'b1 a2 c3'],
    ['c', 0, 'c1 a2 b3'],
    ['b', 99, 'a1 c2 b3'],
    ['b', -1, 'b1 a2 c3'],
  ])('%s is put to place %i among its owner’s', (id, place, expected) => {
    const views = ['a', 'b', 'c'].map((one) => ({ ...view, id: one, place: 0 }));
    expect(
      withViewAt(views, id, place)
        .map((one) => `${one.id}${one.place}`)
        .join(' '),
    ).toBe(expected);
  });
});
