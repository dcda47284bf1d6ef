import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../near.ts';
import { logRank } from './log-rank.ts';
import { restrictedMean, survival, survivalAt } from './survival.ts';
import km from './vectors/km.json' with { type: 'json' };

interface Input {
  T?: number[];
  E?: number[];
  G?: (string | number)[];
  tau?: number;
}
const stays = ({ T, E }: Input) => T!.map((time, i) => ({ time, ended: E![i] === 1 }));
// The case that reads a data file is a line of `npm run eval:science`.
const cases = km.cases.filter(({ input }) => (input as Input).T).map((one) => [one.name, one] as const);

describe('how long they stay, those who are still there counted', () => {
  it.each(cases)('%s', (_, { input, expected }) => {
    const { G, tau } = input as Input;
    if (G) {
      const tested = logRank(stays(input as Input).map((stay, i) => ({ ...stay, group: G[i]! })));
      expect(differences(tested, expected, km.tolerance)).toEqual([]);
    } else {
      const curve = survival(stays(input as Input));
      expect(differences({ ...curve, rmst: restrictedMean(curve, tau!) }, expected, km.tolerance)).toEqual(
        [],
      );
    }
  });

  it('is no data when nobody was watched', () => {
    const nobody = survival([{ time: Number.NaN, ended: true }]);
    expect(nobody).toMatchObject({ n: 0, median: null, curve: [] });
    expect(survivalAt(nobody, 5)).toBeNull();
    expect(restrictedMean(nobody, 5)).toBeNull();
    expect(logRank([])).toMatchObject({ chi2: null, p: null });
    expect(
      logRank([
        { time: 1, ended: false, group: 'a' },
        { time: 2, ended: false, group: 'b' },
      ]),
    ).toMatchObject({ chi2: null, p: null });
  });

  it('never rises, stays between 0 and 1, and does not depend on the order of the people', () => {
    const anyStays = fc.array(fc.record({ time: fc.integer({ min: 0, max: 40 }), ended: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(anyStays, (people) => {
        const { curve } = survival(people);
        expect(survival([...people].reverse()).curve).toEqual(curve);
        let before = 1;
        for (const { S, lo, hi } of curve) {
          expect(S >= 0 && S <= before).toBe(true);
          if (lo !== null) expect(lo <= S && S <= hi!).toBe(true);
          before = S;
        }
      }),
    );
  });
});
