import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '#kernel/near';
import { seeded } from '#kernel/statistics/seeded';
import { expectedBasket, fitBaskets, lifetimeValue } from './basket-value.ts';
import { summarisePurchases } from './buyer-history.ts';
import {
  type BuyerHistory,
  expectedOfAnybody,
  expectedPurchases,
  fitRepeatBuying,
  repeatBuyingLnL,
  stillBuying,
} from './repeat-buying.ts';
import { gateRepeatBuying } from './repeat-buying-gate.ts';
import vectors from './vectors/bgnbd.json' with { type: 'json' };

const parametersOf = ([r, alpha, a, b]: number[]) => ({ r: r!, alpha: alpha!, a: a!, b: b! });
interface Input extends Partial<BuyerHistory> {
  params: number[];
  t?: number | number[];
  rows?: number[][];
  file?: string;
}
// The case that reads a data file is a line of `npm run eval:science`.
const cases = vectors.cases.filter(({ input }) => !('file' in input));
const published = parametersOf([0.243, 4.414, 0.793, 2.426]);

describe('who comes back', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
    const { params, t, rows, x, tx, T } = input as Input;
    const parameters = parametersOf(params);
    const found = rows
      ? {
          ll: repeatBuyingLnL(
            rows.map(([x, tx, T]) => ({ x: x!, tx: tx!, T: T! })),
            parameters,
          ),
        }
      : Array.isArray(t)
        ? { expected: t.map((one) => expectedOfAnybody(one, parameters)) }
        : {
            expected: expectedPurchases({ x: x!, tx: tx!, T: T! }, t!, parameters),
            alive: stillBuying({ x: x!, tx: tx!, T: T! }, parameters),
          };
    expect(differences(found, expected, vectors.tolerance)).toEqual([]);
  });

  it('is less likely the longer somebody is silent, and expects more of a longer time', () => {
    const weeks = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), weeks, weeks, weeks, (x, tx, more, t) => {
        const silent = (extra: number) => stillBuying({ x, tx, T: tx + extra }, published)!;
        expect(silent(more + 1)).toBeLessThan(silent(more));
        const soon = expectedPurchases({ x, tx, T: tx + more }, t, published)!;
        expect(expectedPurchases({ x, tx, T: tx + more }, t + 1, published)!).toBeGreaterThanOrEqual(soon);
      }),
    );
  });

  it('never answers with something that is no number', () => {
    const odd = fc.oneof(fc.double(), fc.integer({ min: -5, max: 200 }));
    fc.assert(
      fc.property(odd, odd, odd, odd, fc.tuple(odd, odd, odd, odd), (x, tx, T, t, params) => {
        for (const one of [
          expectedPurchases({ x, tx, T }, t, parametersOf(params)),
          expectedPurchases({ x, tx, T }, t, published),
          stillBuying({ x, tx, T }, parametersOf(params)),
          expectedOfAnybody(t, parametersOf(params)),
        ])
          expect(one === null || Number.isFinite(one)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(expectedPurchases({ x: 2, tx: 1, T: 5 }, 10, { ...published, a: 1 })).toBeGreaterThan(0);
    expect(fitRepeatBuying([])).toBeNull();
    expect(fitRepeatBuying([{ x: 0, tx: 0, T: 5 }])).toBeNull();
    expect(fitRepeatBuying([{ x: 3, tx: 9, T: 5 }])).toBeNull();
  });
});

/** Buyers as the model supposes them: gamma rates, and after each purchase a chance to leave. */
function inventBuyers(n: number) {
  const luck = seeded(11);
  return Array.from({ length: n }, () => {
    const rate = -Math.log(1 - luck()) / 5;
    const leaves = luck() ** 2;
    let t = 0;
    const bought: number[] = [];
    for (let alive = true; alive && t < 78; ) {
      t += -Math.log(1 - luck()) / rate;
      if (t < 78) bought.push(t);
      alive = luck() > leaves;
    }
    const seen = bought.filter((one) => one <= 39);
    return { x: seen.length, tx: seen.at(-1) ?? 0, T: 39, later: bought.length - seen.length };
  });
}

describe('the gate before the model', () => {
  const buyers = inventBuyers(1500);
  const fit = fitRepeatBuying(buyers);

  it('opens where the model sees more than frequency does', () => {
    const gate = gateRepeatBuying(fit, buyers, 39);
    expect(gate).toMatchObject({ passed: true, reasons: [] });
    expect(gate.correlation!).toBeGreaterThan(gate.frequencyAlone!);
    expect(Math.abs(gate.expected! / gate.actual - 1)).toBeLessThan(0.1);
  });

  it('stays shut with few people, with a fit in which nobody leaves, and without a fit, and says why', () => {
    const few = buyers.slice(0, 100);
    expect(gateRepeatBuying(fitRepeatBuying(few), few, 39).reasons).toContain('too-few-repeaters');
    expect(gateRepeatBuying({ ...fit!, a: 0.0001421, b: 1382 }, buyers, 39).reasons).toContain(
      'nobody-ever-leaves',
    );
    expect(gateRepeatBuying(null, buyers, 39)).toMatchObject({
      passed: false,
      expected: null,
      reasons: ['no-fit', 'too-few-repeaters', 'no-better-than-frequency'],
    });
  });
});

describe('what they spend', () => {
  const {
    published: given,
    R_BTYD,
    lifetimes_expected_by_customer: documented,
  } = vectors.published.gammaGamma;
  const parameters = { p: given[0]!, q: given[1]!, v: given[2]! };

  it('is drawn to what everybody spends', () => {
    const fitted = { p: R_BTYD[0]!, q: R_BTYD[1]!, v: R_BTYD[2]! };
    const baskets = [
      { x: 2, mean: 22.35 },
      { x: 1, mean: 11.77 },
      { x: 7, mean: 73.74 },
    ];
    const expected = [documented[1], documented[2], documented[6]];
    expect(
      differences(
        baskets.map((one) => expectedBasket(one, fitted)),
        expected,
        1e-4,
      ),
    ).toEqual([]);
    expect(expectedBasket({ x: 0, mean: 0 }, parameters)).toBeCloseTo((6.25 * 15.44) / 2.74, 9);
    expect(expectedBasket({ x: 2, mean: Number.NaN }, parameters)).toBeNull();
    expect(expectedBasket({ x: 2, mean: 5 }, { ...parameters, q: 1 })).toBeNull();
    expect(fitBaskets([{ x: 0, mean: 0 }])).toBeNull();
  });

  it('is worth less the later it comes', () => {
    const history = { x: 2, tx: 30.43, T: 38.86 };
    const worth = (rate: number) => lifetimeValue(history, 20, published, { periods: 12, length: 4, rate })!;
    expect(worth(0)).toBeCloseTo(20 * expectedPurchases(history, 48, published)!, 9);
    expect(worth(0.01)).toBeLessThan(worth(0));
    expect(lifetimeValue(history, null, published, { periods: 12, length: 4, rate: 0 })).toBeNull();
  });
});

describe('summing purchases up', () => {
  it('counts days, not baskets, and watches from the first purchase on', () => {
    const purchases = [3, 3, 10, 24, 40].map((day) => ({ buyer: 'ada', day, value: 5 }));
    const late = { buyer: 'ugo', day: 35 };
    expect(summarisePurchases([...purchases, late], { until: 31, heldOutUntil: 50, unit: 7 })).toEqual([
      { buyer: 'ada', x: 2, tx: 3, T: 4, mean: 5, later: 1 },
    ]);
  });

  it('agrees with itself when they arrive in another order', () => {
    const purchases = [9, 1, 5].map((day) => ({ buyer: 'ada', day }));
    expect(
      differences(
        summarisePurchases([...purchases].reverse(), { until: 20 }),
        summarisePurchases(purchases, { until: 20 }),
      ),
    ).toEqual([]);
  });
});
