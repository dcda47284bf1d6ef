import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '#kernel/near';
import { attribution, type Path } from './attribution.ts';
import vectors from './vectors/attribution.json' with { type: 'json' };

describe('who gets the credit', () => {
  it.each(vectors.cases.map((one) => [one.name, one] as const))('%s', (name, { input, expected }) => {
    const found = attribution(input.paths as Path[]);
    if (name.startsWith('time decay'))
      expect(differences(found.timeDecay, expected, vectors.tolerance)).toEqual([]);
    else if (name === 'no conversions')
      expect(found).toMatchObject({ conversions: 0, first: null, markov: null });
    else expect(differences(found, expected, vectors.tolerance)).toEqual([]);
  });

  const anyPaths = fc.array(
    fc.record({
      path: fc.array(fc.constantFrom('search', 'email', 'review', 'social', '__proto__'), {
        minLength: 1,
        maxLength: 6,
      }),
      conv: fc.nat(9),
      null: fc.nat(9),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('hands out exactly the number of conversions, by every model', () => {
    fc.assert(
      fc.property(anyPaths, (paths) => {
        const dated = paths.map((one) => ({
          ...one,
          daysBefore: one.path.map((_, i) => one.path.length - 1 - i),
        }));
        const { conversions, markov, n, settings, ...models } = attribution(dated);
        fc.pre(conversions > 0);
        expect({ n: n >= conversions, settings }).toEqual({ n: true, settings: 'attribution-1' });
        for (const credit of [...Object.values(models), markov!.credit]) {
          const values = Object.values(credit!);
          expect(values.every((one) => one >= 0)).toBe(true);
          expect(values.reduce((sum, one) => sum + one, 0)).toBeCloseTo(conversions, 6);
        }
      }),
    );
  });

  it('does not depend on the order of the paths, nor on whether they are counted together', () => {
    fc.assert(
      fc.property(anyPaths, (paths) => {
        const apart = paths
          .flatMap((one) => [
            { ...one, null: 0 },
            { ...one, conv: 0 },
          ])
          .reverse();
        expect(differences(attribution(apart), attribution(paths), 1e-9)).toEqual([]);
      }),
    );
  });

  it('makes nothing of paths that nobody took or that lead nowhere', () => {
    const odd = [
      { path: [], conv: 5, null: 1 },
      { path: ['search'], conv: Number.NaN, null: -2 },
    ];
    expect(attribution(odd)).toMatchObject({ conversions: 0, linear: null });
    expect(attribution([{ path: ['search'], conv: 2, null: 0 }]).timeDecay).toBeNull();
  });
});
