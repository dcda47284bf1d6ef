import { describe, expect, it } from 'vitest';
import { inventPurchases } from '../../../../../../tests/support/invent-purchases.ts';
import { buyerAhead } from './buyer-ahead.ts';
import { summarisePurchases } from './buyer-history.ts';
import { fitStream } from './fit-stream.ts';
import { countInterval, purchaseCounts } from './purchase-counts.ts';
import { expectedPurchases } from './repeat-buying.ts';

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const today = 20_000;

describe('how often somebody buys', () => {
  const histories = [
    { x: 2, tx: 30.43, T: 38.86 },
    { x: 0, tx: 0, T: 12 },
    { x: 7, tx: 30, T: 38 },
    { x: 20, tx: 10, T: 39 },
  ];

  it.each(histories)('adds up to the published expectation: %o', (history) => {
    const counts = purchaseCounts(history, 39, published, 1e-12)!;
    expect(counts.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    const mean = counts.reduce((sum, p, y) => sum + y * p, 0);
    expect(mean).toBeCloseTo(expectedPurchases(history, 39, published)!, 6);
  });

  it('is said with the counts between which 95 of 100 end', () => {
    const counts = purchaseCounts({ x: 7, tx: 30, T: 38 }, 52, published)!;
    const { lo, hi } = countInterval(counts);
    const inside = counts.slice(lo, hi + 1).reduce((sum, p) => sum + p, 0);
    expect(inside).toBeGreaterThanOrEqual(0.95);
    expect(counts.slice(lo + 1, hi + 1).reduce((sum, p) => sum + p, 0)).toBeLessThan(0.975);
    expect(countInterval([1])).toEqual({ lo: 0, hi: 0 });
  });

  it('is not said of a history or a time that makes no sense', () => {
    expect(purchaseCounts({ x: 2, tx: 40, T: 38 }, 39, published)).toBeNull();
    expect(purchaseCounts({ x: 2, tx: 30, T: 38 }, Number.NaN, published)).toBeNull();
  });
});

describe('a stream of orders', () => {
  const purchases = inventPurchases(1500, { from: today - 720, until: today });
  const fit = fitStream(purchases, today);

  it('of people who come and leave is learned, tried on time held out, and learned again from everything', () => {
    expect(fit).toMatchObject({ passed: true, reasons: [], heldOutDays: 182 });
    expect(fit.gate.correlation!).toBeGreaterThan(fit.gate.frequencyAlone!);
    expect(fit.calibration).toHaveLength(5);
    expect(fit.again.reduce((sum, { k }) => sum + k, 0)).toBeGreaterThan(100);
    for (const { predicted, k, n } of fit.again) expect(Math.abs(predicted - k / n)).toBeLessThan(0.15);
    expect(fit.calibration.reduce((sum, { n }) => sum + n, 0)).toBe(fit.gate.n);
    expect(Math.abs(fit.gate.expected! / fit.gate.actual - 1)).toBeLessThan(0.15);
    expect(fit.upper!).toBeGreaterThan(0);
  });

  it('says of somebody overdue that they may have left, and of one purchase nothing', () => {
    const [steady, silent, once] = summarisePurchases(
      [
        ...[600, 520, 440, 360, 280, 200, 120, 40].map((ago) => ({
          buyer: 'steady',
          day: today - ago,
          value: 30,
        })),
        ...[600, 590, 580, 570, 560, 550, 540].map((ago) => ({
          buyer: 'silent',
          day: today - ago,
          value: 30,
        })),
        { buyer: 'once', day: today - 30, value: 30 },
      ],
      { until: today, unit: 7 },
    ).map((buyer) => buyerAhead(buyer, fit));
    expect(steady!.alive!).toBeGreaterThan(0.6);
    expect(silent!.alive!).toBeLessThan(0.2);
    expect(silent!.expected365!).toBeLessThan(steady!.expected365!);
    expect(steady!.low365!).toBeLessThanOrEqual(steady!.expected365!);
    expect(steady!.high365!).toBeGreaterThanOrEqual(steady!.expected365!);
    expect(once).toMatchObject({ alive: null });
    expect(once!.again365!).toBeGreaterThan(0);
    expect(steady!.value365!).toBeCloseTo(steady!.basket! * steady!.expected365!, 9);
  });

  it('is refused where few came back, where time is short, and where there is nothing at all, and says why', () => {
    const few = fitStream(purchases.slice(0, 400), today);
    expect(few).toMatchObject({ passed: false, upper: null });
    expect(few.reasons).toContain('too-few-repeaters');
    expect(fitStream(inventPurchases(900, { from: today - 60, until: today }), today).reasons).toContain(
      'too-little-time',
    );
    expect(fitStream([], today)).toMatchObject({ passed: false, parameters: null });
    const [buyer] = summarisePurchases(purchases, { until: today, unit: 7 });
    expect(buyerAhead(buyer!, few)).toMatchObject({ alive: null, expected365: null, value365: null });
  });

  it('has the same fit in whatever order it was told', () => {
    const again = fitStream([...purchases].reverse(), today);
    expect(again.gate.actual).toBe(fit.gate.actual);
    expect(again.parameters!.lnL).toBeCloseTo(fit.parameters!.lnL, 6);
  });
});
