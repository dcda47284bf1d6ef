import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs } from '#kernel/days';
import type { Lived, ObservedSignals } from '#modules/house';
import { foldExperience } from './fold-experience.ts';
import { customerMemory } from './remembered-customer.ts';
import { livedSettings } from './settings.ts';
import { nothingUsual, usualOf, weekOf } from './usual.ts';

const now = Date.UTC(2026, 10, 1);
const ago = (days: number) => new Date(now - days * dayMs);
let count = 0;
const lived = (
  days: number,
  moments: { minutes?: number; signals?: ObservedSignals; kind?: string; after?: number }[],
  more: Partial<Lived> = {},
): Lived => ({
  customerId: 'ada',
  subjectType: 'Ticket',
  subjectId: `t${++count}`,
  title: 'It drips',
  department: 'support',
  touchpoint: 'case',
  channel: 'email',
  moments: moments.map(({ minutes, signals, kind, after = 0 }, place) => ({
    key: `m${place}`,
    at: new Date(ago(days).getTime() + after * dayMs + place * 60_000),
    kind: kind ?? 'talked',
    minutes: minutes ?? null,
    signals: signals ?? {},
  })),
  ...more,
});
const feels = (sentiment: number) => ({ sentiment });
const fold = (told: Lived[], usual = nothingUsual) => foldExperience(told, { usual, asOf: now });

describe('What somebody lived', () => {
  it('is the symphony: 92.6 as it was, 0 as it is remembered', () => {
    const { interactions } = fold([
      lived(9, [
        { minutes: 19.5, signals: feels(0.9) },
        { minutes: 0.5, signals: feels(-1) },
      ]),
    ]);
    const [call] = interactions;
    expect(50 * (1 + call!.mean!)).toBeCloseTo(92.625, 10);
    expect(call!.remembered).toBe(-1);
    expect(call!.outcome).toBe('memorable_negative');
  });

  it('is remembered as `customerMemory` says, at any later time', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            days: fc.integer({ min: 0, max: 900 }),
            v: fc.double({ min: -1, max: 1, noNaN: true }),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        fc.integer({ min: 0, max: 700 }),
        (episodes, later) => {
          const { customer, interactions } = fold(
            episodes.map(({ days, v }) => lived(days, [{ signals: feels(v) }])),
          );
          const at = now + later * dayMs;
          const memory = customerMemory(
            interactions.map(({ remembered, endedAt, salience }) => ({
              r: remembered,
              ageDays: (at - endedAt.getTime()) / dayMs,
              salience: salience!,
            })),
            livedSettings,
          );
          const halfLives = (at - customer!.halfUntil!.getTime()) / dayMs / livedSettings.memory.halfLifeDays;
          const strength = 1 / (1 + 2 ** halfLives);
          expect(strength).toBeCloseTo(memory.strength, 6);
          expect(customer!.memoryMean! * strength).toBeCloseTo(memory.value!, 6);
          for (const [place, { share }] of interactions.entries())
            expect(share * strength).toBeCloseTo(memory.weights[place]!, 6);
        },
      ),
    );
  });

  it('is the same in whatever order it was told', () => {
    const told = [
      lived(300, [{ signals: feels(0.4) }, { signals: { wait: { actual: 90 } } }]),
      lived(200, [{ kind: 'closed', signals: { survey: { kind: 'csat5', value: 1 } } }]),
      lived(195, [{ kind: 'closed', signals: { survey: { kind: 'csat5', value: 5 } } }]),
      lived(100, [{ minutes: 0 }], { touchpoint: 'purchase', channel: 'web', regretted: true }),
    ];
    const first = fold(told);
    fc.assert(
      fc.property(fc.shuffledSubarray(told, { minLength: 4 }), (shuffled) => {
        expect(fold(shuffled)).toEqual(first);
      }),
    );
  });

  it('knows nothing of what was not measured, and counts nothing for it', () => {
    const { customer, interactions } = fold([lived(5, [{ minutes: 24 }]), lived(3, [{ minutes: 0 }])]);
    expect(interactions.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
    expect(customer).toMatchObject({
      n: 2,
      known: 0,
      mean: null,
      memoryMean: null,
      halfUntil: null,
      lastOutcome: null,
      fadeStreak: 0,
    });
    expect(fold([])).toEqual({ customer: null, interactions: [] });
  });

  it('leaves out what has not happened yet, and says when it will have', () => {
    const { customer, interactions } = fold([
      lived(5, [{ signals: feels(1) }]),
      lived(-2, [{ signals: feels(-1) }]),
    ]);
    expect(interactions).toHaveLength(1);
    expect(customer!.dueAt).toEqual(ago(-2));
  });

  it('measures a wait against what is usual at the channel before its week, never against itself', () => {
    const one = lived(5, [{ signals: { wait: { actual: 60 } } }]);
    expect(fold([one]).interactions[0]!.remembered).toBeNull();
    const usual = usualOf([
      {
        measure: 'wait',
        touchpoint: '',
        channel: 'email',
        week: weekOf(ago(5).getTime()),
        n: 40,
        mean: 30,
        sd: 0,
      },
    ]);
    expect(fold([one], usual).interactions[0]!.remembered).toBe(-1);
  });

  it('is recovered when it was resolved in time and good afterwards; two failures of one case are one', () => {
    const { customer } = fold([
      lived(220, [{ signals: feels(0.3) }]),
      lived(212, [
        { signals: feels(-0.7) },
        { kind: 'closed', signals: { survey: { kind: 'thumb', value: -1 } } },
      ]),
      lived(206, [{ kind: 'closed', signals: { survey: { kind: 'thumb', value: 1 } } }]),
    ]);
    expect(customer!.failures).toEqual([
      expect.objectContaining({ resolved: true, reopened: false, recovered: true, paradox: true }),
    ]);
  });

  it('ties by what they did: the rhythm of buying, what came back, what they came back after', () => {
    const bought = (days: number, regretted = false) =>
      lived(days, [{ minutes: 0 }], {
        touchpoint: 'purchase',
        channel: 'web',
        department: 'sales',
        regretted,
      });
    const { customer, interactions } = fold([
      bought(100),
      bought(80, true),
      bought(60),
      lived(70, [{ kind: 'closed', signals: { survey: { kind: 'thumb', value: 1 } } }]),
    ]);
    expect(customer).toMatchObject({ orders: 3, regretted: 1, gapDays: 20, gapBy: 'own', anchors: 1 });
    expect(interactions.map(({ levers }) => levers)).toEqual([
      ['behaviour'],
      ['behaviour', 'no_regret'],
      ['anchors', 'association', 'centred'],
      ['behaviour'],
    ]);
  });
});
