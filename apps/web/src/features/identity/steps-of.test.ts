import { describe, expect, it } from 'vitest';
import { stepsOf } from './steps-of.ts';

describe('the bars of an explanation', () => {
  it('begin where the one before ended, and end at the sum', () => {
    const { steps, zero } = stepsOf(-10, [15, -5]);
    expect(zero).toBeCloseTo(10 / 15);
    expect(steps.map(({ from, size }) => [from, size].map((part) => part.toFixed(3)))).toEqual([
      ['0.000', '0.667'],
      ['0.000', '1.000'],
      ['0.667', '0.333'],
    ]);
  });

  it('stay within the width where nothing was found', () => {
    expect(stepsOf(0, [])).toEqual({ steps: [{ from: 0, size: 0, by: 0 }], zero: 0 });
  });
});
