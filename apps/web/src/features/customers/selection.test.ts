import { describe, expect, it } from 'vitest';
import { choose, chosenPair, countSelected, everybody, isSelected, nobody } from './selection.ts';

describe('choosing customers for a bulk action', () => {
  it('chooses some by name', () => {
    const chosen = choose(choose(nobody, ['a', 'b'], true), ['a'], false);
    expect([isSelected(chosen, 'a'), isSelected(chosen, 'b'), countSelected(chosen, 38)]).toEqual([
      false,
      true,
      1,
    ]);
  });

  it('chooses all that match, those never loaded included, except the ones taken out', () => {
    const chosen = choose(everybody, ['a'], false);
    expect([isSelected(chosen, 'a'), isSelected(chosen, 'never seen')]).toEqual([false, true]);
    expect(countSelected(chosen, 112)).toBe(111);
    expect(countSelected(choose(chosen, ['a'], true), 112)).toBe(112);
  });

  it('says that it does not know how many when the list was not counted to its end', () => {
    expect(countSelected(everybody, undefined)).toBeUndefined();
    expect(countSelected(choose(nobody, ['a'], true), undefined)).toBe(1);
  });

  it('knows the two who are chosen, those out of sight included, and nobody where they are more or fewer', () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ id }));
    const two = choose(nobody, ['c', 'gone'], true);
    expect(chosenPair(two, rows, 38)).toEqual(['c', 'gone']);
    expect(chosenPair(choose(everybody, ['b'], false), rows, 3)).toEqual(['a', 'c']);
    expect(chosenPair(choose(two, ['b'], true), rows, 38)).toBeUndefined();
    expect(chosenPair(choose(two, ['c'], false), rows, 38)).toBeUndefined();
    expect(chosenPair(choose(everybody, ['gone'], false), [], 3)).toBeUndefined();
    expect(chosenPair(everybody, rows, undefined)).toBeUndefined();
  });
});
