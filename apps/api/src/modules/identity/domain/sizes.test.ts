import { describe, expect, it } from 'vitest';
import { sizesOf, suspicion } from './sizes.ts';

describe('The sizes of entities', () => {
  it('are counted in six classes', () => {
    expect(sizesOf(['a', 'b', 'b', 'c', 'c', 'c', ...Array(12).fill('d'), ...Array(40).fill('e')])).toEqual([
      1, 1, 1, 0, 1, 1,
    ]);
  });
  it('hold a run that joins many at once, and no first run', () => {
    const calm = [900, 80, 10, 5, 1, 0];
    expect(suspicion(null, [0, 0, 0, 0, 0, 50])).toBeNull();
    expect(suspicion(calm, [850, 90, 15, 6, 3, 0])).toBeNull();
    expect(suspicion(calm, [500, 80, 10, 5, 10, 8])).toMatchObject({
      code: 'MORE_LARGE',
      figure: 17,
      message: expect.stringContaining('17 more entities'),
    });
  });
});
