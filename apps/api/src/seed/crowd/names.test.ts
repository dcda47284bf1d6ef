import { describe, expect, it } from 'vitest';
import { Random } from '../random.ts';
import { drawFamilyName, drawGivenName, familyNamesOf, nicknamesOf } from './names.ts';

const LANGUAGES = ['en', 'it', 'fr', 'ro'] as const;
const draws = (count: number, draw: (random: Random) => string) => {
  const random = new Random('names');
  const counts = new Map<string, number>();
  for (let n = 0; n < count; n++) {
    const name = draw(random);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
};
const most = (counts: Map<string, number>) => [...counts].sort((a, b) => b[1] - a[1])[0]!;

describe('the names of a crowd', () => {
  it.each(LANGUAGES)('has more than four thousand family names in %s, each written once', (language) => {
    const { items } = familyNamesOf(language);
    expect(items.length).toBeGreaterThan(4_000);
    expect(new Set(items).size).toBe(items.length);
    for (const name of items) expect(name, language).toMatch(/^\p{L}[\p{L}’' -]+$/u);
  });

  it('is called Smith by about eight in a thousand, as in the United States, and Popa by one in a hundred', () => {
    expect(familyNamesOf('en').share(0)).toBeGreaterThan(0.006);
    expect(familyNamesOf('en').share(0)).toBeLessThan(0.011);
    expect(familyNamesOf('ro').share(0)).toBeGreaterThan(0.008);
    expect(familyNamesOf('ro').share(0)).toBeLessThan(0.013);
  });

  it('is called Rossi or Martin by three or four in a thousand only', () => {
    for (const language of ['it', 'fr'] as const) {
      expect(familyNamesOf(language).share(0)).toBeGreaterThan(0.002);
      expect(familyNamesOf(language).share(0)).toBeLessThan(0.005);
    }
  });

  it.each(LANGUAGES)(
    'makes two strangers namesakes by family in fewer than one of 900 pairs in %s',
    (language) => {
      const names = familyNamesOf(language);
      let same = 0;
      for (let rank = 0; rank < names.items.length; rank++) same += names.share(rank) ** 2;
      expect(same).toBeLessThan(1 / 900);
      expect(same).toBeGreaterThan(1 / 30_000);
    },
  );

  it('calls the old otherwise than the young', () => {
    const old = draws(4_000, (random) => drawGivenName(random, 'en', 'f', 1938));
    const young = draws(4_000, (random) => drawGivenName(random, 'en', 'f', 2004));
    const both = [...old].reduce((sum, [name, count]) => sum + Math.min(count, young.get(name) ?? 0), 0);
    expect(both / 4_000).toBeLessThan(0.75);
    expect(most(old)[1] / 4_000).toBeLessThan(0.12);
  });

  it('lets one in seventy have a name from elsewhere, with letters that the four languages lack', () => {
    const counts = draws(20_000, (random) => drawFamilyName(random, 'fr'));
    const foreign = [...counts]
      .filter(([name]) => /[ßøłđıñþåý]/i.test(name))
      .reduce((sum, [, n]) => sum + n, 0);
    expect(foreign / 20_000).toBeGreaterThan(0.001);
    expect(foreign / 20_000).toBeLessThan(0.015);
  });

  it('knows what friends call a William and a Gheorghe', () => {
    expect(nicknamesOf('en', 'William')).toContain('Bill');
    expect(nicknamesOf('ro', 'Gheorghe')).toEqual(expect.arrayContaining(['Gigi', 'Ghiță']));
    expect(nicknamesOf('it', 'Aldo')).toEqual([]);
  });
});
