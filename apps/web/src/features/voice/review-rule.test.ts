import { describe, expect, it } from 'vitest';
import { ownersToChoose, starsToChoose, wishOf } from './review-rule.ts';

describe('What low ratings open', () => {
  it('is asked for again as it stood, when a change is taken back', () => {
    expect(wishOf({ ratingAtMost: 2, ownerId: 'a', activeSince: '2026-03-01T08:00:00Z' })).toEqual({
      ratingAtMost: 2,
      ownerId: 'a',
      isActive: true,
    });
    expect(wishOf({ ratingAtMost: 3, ownerId: null, activeSince: null }).isActive).toBe(false);
  });

  it('offers what was kept, also where no whole star says it', () => {
    expect(starsToChoose(2)).toEqual([1, 2, 3, 4]);
    expect(starsToChoose(2.5)).toEqual([1, 2, 2.5, 3, 4]);
  });

  it('offers nobody who left, but does not hide who is named', () => {
    const users = [
      { id: 'a', disabledAt: null },
      { id: 'b', disabledAt: '2026-01-01T00:00:00Z' },
    ];
    expect(ownersToChoose(users, null).map(({ id }) => id)).toEqual(['a']);
    expect(ownersToChoose(users, 'b').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
