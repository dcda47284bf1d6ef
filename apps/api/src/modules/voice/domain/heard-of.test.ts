import { describe, expect, it } from 'vitest';
import { heardShares, readWay } from './heard-of.ts';

describe('How people heard of us', () => {
  it.each([
    ['A friend told me', 'recommendation'],
    ['Me l’ha consigliato una collega', 'recommendation'],
    ['par une amie', 'recommendation'],
    ['Un prieten', 'recommendation'],
    ['Google', 'search'],
    ['Instagram reel', 'social'],
    ['Pubblicità in metropolitana', 'advertisement'],
    ['an article in the Sunday magazine', 'press'],
    ['Salon de l’habitat', 'event'],
    ['je ne sais pas', 'unknown'],
    ['Because of the moon', 'other'],
    ['event', 'event'],
  ])('“%s” means %s', (text, way) => {
    expect(readWay(text)).toBe(way);
  });

  it('has shares that add up, each with its interval, the commonest first', () => {
    const shares = heardShares([
      { way: 'search', k: 2 },
      { way: 'recommendation', k: 6 },
      { way: 'press', k: 0 },
    ]);
    expect(shares.map(({ way }) => way)).toEqual(['recommendation', 'search']);
    expect(shares.reduce((sum, { share }) => sum + share.p!, 0)).toBeCloseTo(1, 12);
    expect(shares[0]!.share).toMatchObject({ k: 6, n: 8, p: 0.75 });
    expect(shares[0]!.share.lo).toBeCloseTo(0.4093, 3);
    expect(heardShares([])).toEqual([]);
  });
});
