import { describe, expect, it } from 'vitest';
import { isId, newId } from './id.ts';

describe('newId', () => {
  it('sorts later ids later, also within one millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(1_700_000_000_000));
    expect([...ids].sort()).toEqual(ids);
  });

  it('never repeats and has the form of a UUID version 7', () => {
    const ids = Array.from({ length: 10_000 }, () => newId());
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(isId(ids[0]!)).toBe(true);
    expect(isId('42')).toBe(false);
  });
});
