import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '#kernel/near';
import { spearman } from '#kernel/statistics/correlation';
import { attachmentOf, behaviourOf, rhythmOf, type Ties } from './attachment.ts';
import { type Baseline, baselineBefore, fading, memorabilityOf, outcomeShares } from './memorability.ts';
import { customerMemory, type Episode } from './remembered-customer.ts';
import { ifItEnded, type Moment, twoSelves } from './two-selves.ts';
import { type MomentSignals, valenceOf } from './valence.ts';
import attachmentVectors from './vectors/attachment.json' with { type: 'json' };
import calibrationVectors from './vectors/calibration.json' with { type: 'json' };
import memorabilityVectors from './vectors/memorability.json' with { type: 'json' };
import memoryVectors from './vectors/remembered_customer.json' with { type: 'json' };
import rhythmVectors from './vectors/rhythm.json' with { type: 'json' };
import twoSelvesVectors from './vectors/two_selves.json' with { type: 'json' };
import valenceVectors from './vectors/valence.json' with { type: 'json' };

const cases = <One extends { name: string }>({ cases }: { cases: readonly One[] }) =>
  cases.map((one) => [one.name, one] as const);

describe('the valence of a moment', () => {
  it.each(cases(valenceVectors))('%s', (_, { input, expected }) => {
    const found = valenceOf(input as MomentSignals);
    expect(differences(found, expected, valenceVectors.tolerance)).toEqual([]);
    expect(Object.keys(found.parts).sort()).toEqual(Object.keys(expected.parts).sort());
  });

  it('takes an answer outside its scale for no answer', () => {
    for (const survey of [
      { kind: 'csat5', value: 9 },
      { kind: 'nps', value: 11 },
      { kind: 'nps', value: 6.5 },
      { kind: 'ces7', value: Number.NaN },
      { kind: 'thumb', value: 0 },
      { kind: 'smiley', value: 1 },
    ])
      expect(valenceOf({ survey } as MomentSignals)).toMatchObject({ valence: null, coverage: 0 });
    expect(
      valenceOf({ sentiment: Number.NaN, expectation: 7, wait: { expected: -1, actual: 3 } }).valence,
    ).toBeNull();
    expect(valenceOf({ resolution: 'constructor' as never }).valence).toBeNull();
  });

  it('stays between −1 and 1, and is the sum of what its signals contribute', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -3, max: 12 }));
    const anySignals = fc.record(
      {
        survey: fc.record({ kind: fc.constantFrom('csat5', 'ces7', 'thumb', 'nps'), value: number }),
        sentiment: number,
        expectation: number,
        wait: fc.record({ expected: number, actual: number }),
        effort: fc.record({ handoffs: number, switches: number, repeats: number }),
        resolution: fc.constantFrom('first_contact', 'resolved_later', 'reopened', 'unresolved'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anySignals, (signals) => {
        const { valence, coverage, contributions } = valenceOf(signals as MomentSignals);
        expect(coverage >= 0 && coverage <= 1).toBe(true);
        expect(valence === null).toBe(coverage === 0);
        if (valence === null) return;
        expect(valence >= -1 - 1e-12 && valence <= 1 + 1e-12).toBe(true);
        expect(Object.values(contributions).reduce((sum, one) => sum + one, 0)).toBeCloseTo(valence, 10);
      }),
    );
  });
});

const aValence = fc.integer({ min: -10, max: 10 }).map((n) => n / 10);
const moments = fc.array(
  fc.record({ v: fc.option(aValence, { nil: null }), d: fc.integer({ min: 1, max: 60 }) }),
  { maxLength: 12 },
);

describe('the two selves of an interaction', () => {
  it.each(cases(twoSelvesVectors))('%s', (_, { input, expected }) => {
    expect(differences(twoSelves(input as Moment[]), expected, twoSelvesVectors.tolerance)).toEqual([]);
  });

  it('know no unit of time: an hour that lasts a day is the same hour', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 2, max: 1440 }), (some, k) => {
        const [a, b] = [twoSelves(some), twoSelves(some.map(({ v, d }) => ({ v, d: d * k })))];
        expect(differences(b.experienced.mean, a.experienced.mean)).toEqual([]);
        expect(b.remembered).toEqual(a.remembered);
      }),
    );
  });

  it('forget how long it took', () => {
    fc.assert(
      fc.property(
        moments,
        fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 12, maxLength: 12 }),
        (some, other) => {
          const changed = some.map(({ v }, i) => ({ v, d: other[i]! }));
          expect(twoSelves(changed).remembered).toEqual(twoSelves(some).remembered);
        },
      ),
    );
  });

  it('remember a middle moment once, however often it came', () => {
    fc.assert(
      fc.property(moments, fc.nat(), (some, pick) => {
        fc.pre(some.length > 2);
        const middle = 1 + (pick % (some.length - 2));
        const twice = [...some.slice(0, middle), some[middle]!, ...some.slice(middle)];
        expect(twoSelves(twice).remembered.value).toEqual(twoSelves(some).remembered.value);
      }),
    );
  });

  it('experience the same backwards, and the opposite of the opposite', () => {
    fc.assert(
      fc.property(moments, (some) => {
        const { mean } = twoSelves(some).experienced;
        expect(differences(twoSelves([...some].reverse()).experienced.mean, mean)).toEqual([]);
        const turned = twoSelves(some.map(({ v, d }) => ({ v: v === null ? null : -v, d }))).experienced.mean;
        expect(differences(turned, mean === null ? null : -mean)).toEqual([]);
      }),
    );
  });

  it('keep the worst of what is not a number out of the score', () => {
    const odd = twoSelves([
      { v: Number.NaN, d: 3 },
      { v: 2, d: 3 },
      { v: 0.5, d: Number.NaN },
      { v: 0.5, d: -4 },
      { v: 0.5, d: null, channel: 'chat' },
    ]);
    expect(odd.experienced).toEqual({ mean: null, total: null, score: null, coverage: 0 });
    expect(odd.remembered.value).toBe(0.5);
  });

  it('lift a memory by ending well', () => {
    const bad = [
      { v: 0.4, d: 5 },
      { v: -0.8, d: 5 },
    ];
    expect(ifItEnded(bad, 0.9).value).toBeCloseTo(0.5 * -0.8 + 0.5 * 0.9, 12);
    expect(ifItEnded([], 0.9).value).toBe(0.9);
  });
});

describe('what a customer remembers', () => {
  it.each(cases(memoryVectors))('%s', (_, { input, expected }) => {
    expect(differences(customerMemory(input as Episode[]), expected, memoryVectors.tolerance)).toEqual([]);
  });

  it('fades with silence and never grows from it', () => {
    const episode = fc.record({
      r: aValence,
      ageDays: fc.nat(700),
      salience: fc.integer({ min: 0, max: 10 }).map((n) => n / 10),
    });
    fc.assert(
      fc.property(fc.array(episode, { maxLength: 8 }), fc.integer({ min: 1, max: 400 }), (episodes, days) => {
        const now = customerMemory(episodes);
        const later = customerMemory(episodes.map((one) => ({ ...one, ageDays: one.ageDays + days })));
        expect(later.strength <= now.strength).toBe(true);
        expect(later.value === null).toBe(episodes.length === 0);
        expect(now.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(now.strength, 10);
      }),
    );
  });

  it('leaves out what is not known or not yet', () => {
    const strange = [
      { r: null, ageDays: 3, salience: 1 },
      { r: 0.5, ageDays: -3, salience: 1 },
      { r: 0.5, ageDays: Number.NaN, salience: 1 },
      { r: 0.5, ageDays: 1, salience: Number.NaN },
    ];
    expect(customerMemory(strange)).toMatchObject({ value: null, score: null, strength: 0, n: 0 });
  });
});

describe('memorable or not', () => {
  it.each(cases(memorabilityVectors))('%s', (_, { input, expected }) => {
    const { cls, ...numbers } = expected;
    const found = memorabilityOf({ v: input.v, group: input.group, all: input.global_ });
    expect(differences(found, { outcome: cls, ...numbers }, memorabilityVectors.tolerance)).toEqual([]);
  });

  it('does without a baseline, and says so', () => {
    expect(memorabilityOf({ v: 0.7 })).toMatchObject({
      outcome: 'memorable_positive',
      z: null,
      coverage: 0.5,
    });
    expect(memorabilityOf({ v: 0.1, group: { n: Number.NaN, mean: 0, sd: 0 } as Baseline })).toMatchObject({
      outcome: 'irrelevant',
      z: null,
    });
  });

  it('never lets an interaction, or what came later, into its own baseline', () => {
    const day = 86_400_000;
    const here = { touchpoint: 'order', channel: 'chat' };
    const past = [-200, -100, -50, 0, 1].map((d) => ({ ...here, at: d * day, v: d / 400 }));
    const { group, all } = baselineBefore(
      [...past, { at: -10 * day, touchpoint: 'visit', channel: 'web', v: 1 }],
      { at: 0, ...here },
    );
    expect(group).toMatchObject({ n: 2, mean: -0.1875 });
    expect(all?.n).toBe(3);
    expect(baselineBefore([], { at: 0, ...here })).toEqual({ group: null, all: null });
  });

  it('counts the forgettable among the measured, and sees somebody fade', () => {
    const outcomes = ['positive', 'irrelevant', 'unknown', 'irrelevant', 'irrelevant'] as const;
    expect(outcomeShares(outcomes)).toMatchObject({ irrelevant: { k: 3, n: 4 }, unknown: 1 });
    expect(fading({ outcomes, strength: 0.9 })).toEqual({ fading: true, streak: 3 });
    expect(fading({ outcomes: ['positive'], strength: 0.2 }).fading).toBe(true);
    expect(fading({ outcomes: ['unknown'], strength: 0 }).fading).toBe(false);
  });
});

describe('attachment', () => {
  it.each(cases(attachmentVectors))('%s', (_, { input, expected }) => {
    const found = attachmentOf(input as Ties);
    expect(differences(found, expected, attachmentVectors.tolerance)).toEqual([]);
    expect(Object.keys(found.parts).sort()).toEqual(Object.keys(expected.parts).sort());
  });

  it.each(cases(rhythmVectors))('rhythm: %s', (_, { input, expected }) => {
    const [since, gaps, cohort] = input as [number, number[], number?];
    expect(differences(rhythmOf(since, gaps, cohort), expected, rhythmVectors.tolerance)).toEqual([]);
  });

  it('falls when somebody regrets, and rises when somebody comes back for it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.nat(5), (orders, regretted, anchors) => {
        fc.pre(regretted < orders);
        const score = (more: Ties) => attachmentOf({ orders, regretted, anchors, ...more }).score!;
        expect(score({ regretted: regretted + 1 })).toBeLessThan(score({}));
        expect(score({ anchors: anchors + 1 })).toBeGreaterThan(score({}));
      }),
    );
  });

  it('believes the model only behind its gate', () => {
    const model = { passed: true, alive: 0.8, expected90: 1, cohortUpper: 2 };
    expect(behaviourOf(model, 0.3)).toEqual({ value: 0.4, by: 'model' });
    expect(behaviourOf({ ...model, passed: false }, 0.3)).toEqual({ value: 0.3, by: 'rhythm' });
    expect(behaviourOf({ ...model, alive: Number.NaN }, null)).toEqual({ value: null, by: null });
    expect(rhythmOf(Number.NaN, [3])).toBeNull();
    expect(attachmentOf({ behaviour: Number.NaN, orders: -3, promiseKept: 7 })).toMatchObject({
      score: null,
      shrunk: 50,
      coverage: 0,
    });
  });
});

it.each(cases(calibrationVectors))('Spearman: %s', (_, { input, expected }) => {
  expect(differences({ rho: spearman(input.a, input.b) }, expected, calibrationVectors.tolerance)).toEqual(
    [],
  );
});
