import { describe, expect, it } from 'vitest';
import { surest } from './figures.ts';

describe('content that moved people', () => {
  it('is led by what is sure, not by one lucky time, and leaves out what moved nobody', () => {
    const tried = [
      { id: 'lucky', worked: 1, tried: 1 },
      { id: 'sure', worked: 60, tried: 100 },
      { id: 'idle', worked: 0, tried: 50 },
      { id: 'weak', worked: 5, tried: 100 },
    ];
    expect(surest(tried, 10).map(({ id }) => id)).toEqual(['sure', 'lucky', 'weak']);
    expect(surest(tried, 1)).toHaveLength(1);
    expect(surest([], 10)).toEqual([]);
  });
});
