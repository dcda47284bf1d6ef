import { describe, expect, it } from 'vitest';
import { daysSince, stairs, stillThere } from './stay.ts';

const curve = [
  { days: 2, stay: 0.75 },
  { days: 5, stay: 0.5 },
];

describe('how long others stayed', () => {
  it('says how many were still there, everybody before the first left, and nothing when nobody came', () => {
    expect([0, 2, 4.9, 5, 900].map((days) => stillThere(curve, days, 4))).toEqual([1, 0.75, 0.75, 0.5, 0.5]);
    expect(stillThere([], 3, 7)).toBe(1);
    expect(stillThere([], 3, 0)).toBeNull();
  });

  it('draws stairs that end at the edge of the picture', () => {
    expect(stairs(curve, { width: 100, height: 40, horizon: 10 })).toBe('M0 0H20V10H50V20H100');
    expect(stairs([...curve, { days: 20, stay: 0 }], { width: 100, height: 40, horizon: 10 })).toBe(
      'M0 0H20V10H50V20H100',
    );
  });

  it('counts days from a moment', () => {
    expect(daysSince('2026-11-01T00:00:00Z', new Date('2026-11-03T12:00:00Z'))).toBe(2.5);
  });
});
