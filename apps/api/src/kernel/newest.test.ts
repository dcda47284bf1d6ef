import { describe, expect, it } from 'vitest';
import { newest } from './newest.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day));

describe('newest', () => {
  it('lets the newer value win', () => {
    expect(newest({ observedAt: at(1), name: 'old' }, { observedAt: at(2), name: 'new' })).toEqual({
      observedAt: at(2),
      name: 'new',
    });
  });

  it('lets an older one fill blanks and nothing else', () => {
    const before = { observedAt: at(2), name: 'new', owner: null as string | null, tags: [] as string[] };
    expect(newest(before, { observedAt: at(1), name: 'old', owner: 'Ada', tags: ['x'] })).toEqual({
      observedAt: at(2),
      name: 'new',
      owner: 'Ada',
      tags: ['x'],
    });
  });

  it('never erases with a blank', () => {
    const before = { observedAt: at(1), name: 'kept' as string | null };
    for (const blank of [null, ''])
      expect(newest(before, { observedAt: at(2), name: blank }).name).toBe('kept');
  });

  it('keeps false and zero, which say something', () => {
    expect(newest({ observedAt: at(1), n: 5, b: true }, { observedAt: at(2), n: 0, b: false })).toMatchObject(
      { n: 0, b: false },
    );
  });

  it('takes the later arrival of two that are equally old', () => {
    expect(newest({ observedAt: at(1), n: 1 }, { observedAt: at(1), n: 2 }).n).toBe(2);
  });
});
