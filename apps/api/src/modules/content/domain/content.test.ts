import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '#kernel/near';
import { readSettings } from '#kernel/read-settings';
import type { Beta } from '#kernel/statistics/compare-betas';
import { beliefOf, hopeless, matured, servingOf } from './arms.ts';
import {
  alwaysValidP,
  experimentStanding,
  sequentialLook,
  shareDifference,
  splitTest,
} from './experiment.ts';
import { type Candidate, nextContent, type Situation } from './next-content.ts';
import { offPolicy } from './off-policy.ts';
import { contentSettings } from './settings.ts';
import abVectors from './vectors/ab.json' with { type: 'json' };
import banditVectors from './vectors/bandit.json' with { type: 'json' };
import opeVectors from './vectors/ope.json' with { type: 'json' };

const cases = <One extends { name: string }>({ cases }: { cases: readonly One[] }) =>
  cases.map((one) => [one.name, one] as const);
const day = 86_400_000;

describe('how often to show what', () => {
  it.each(cases(banditVectors))('%s', (_, { input, expected }) => {
    expect(
      differences(servingOf(input.arms as unknown as Beta[], input.eps), expected, banditVectors.tolerance),
    ).toEqual([]);
  });

  it('sums to one, never starves an arm, and does not depend on their order', () => {
    const arm = fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 80 }));
    fc.assert(
      fc.property(fc.array(arm, { minLength: 2, maxLength: 5 }), (arms) => {
        const { serve } = servingOf(arms)!;
        expect(serve.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
        for (const one of serve) expect(one >= 0.1 / arms.length - 1e-12).toBe(true);
        const turned = servingOf([...arms].reverse())!.serve.reverse();
        expect(differences(turned, serve, 1e-9)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is not decided of arms of which the belief makes no sense', () => {
    expect(servingOf([])).toBeNull();
    expect(servingOf([[Number.NaN, 1]])).toBeNull();
    expect(servingOf([[0, 1]])).toBeNull();
  });

  it('leans on the stage while an arm is young, and not at all when it is grown up', () => {
    const stage = { successes: 200, failures: 800 };
    expect(beliefOf({ successes: 0, failures: 0 }, stage)).toEqual([7, 25]);
    expect(beliefOf({ successes: 10, failures: 40 }, stage)).toEqual([11, 41]);
    expect(beliefOf({ successes: Number.NaN, failures: -4 })).toEqual([1, 1]);
  });

  it('gives up only what is hopeless beside the best', () => {
    expect(
      hopeless([
        [101, 101],
        [2, 200],
        [45, 57],
      ]),
    ).toEqual([false, true, false]);
    expect(
      hopeless([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([false, false]);
  });

  it('does not call a trial a failure before its window is over', () => {
    const trial = { arm: 'guide', shownAt: 0, rewardedAt: null };
    const count = (asOf: number) => matured([trial], { asOf, windowDays: 7 }).get('guide');
    expect(count(6 * day)).toEqual({ successes: 0, failures: 0, open: 1 });
    expect(count(7 * day)).toEqual({ successes: 0, failures: 1, open: 0 });
    const late = matured([{ ...trial, rewardedAt: 9 * day }], { asOf: 20 * day, windowDays: 7 });
    expect(late.get('guide')?.failures).toBe(1);
  });
});

describe('what to show to one customer', () => {
  const guide: Candidate = {
    id: 'guide',
    stages: ['research'],
    languages: ['it'],
    channel: 'email',
    purpose: 'information',
    validUntil: null,
    successes: 20,
    failures: 80,
  };
  const ada: Situation = {
    asOf: 100 * day,
    stage: 'research',
    language: 'it',
    consented: ['email'],
    openComplaint: false,
    recentUses: 0,
    stageTally: { successes: 0, failures: 0 },
  };
  const without = (candidate: Partial<Candidate>, situation: Partial<Situation>) =>
    nextContent([{ ...guide, ...candidate }], { ...ada, ...situation }, 0.5).leftOut[0]?.why;

  it('is left out with its reason', () => {
    expect(without({}, {})).toBeUndefined();
    expect(without({}, { consented: [] })).toBe('consent');
    expect(without({}, { language: null })).toBe('language');
    expect(without({}, { stage: 'use' })).toBe('stage');
    expect(without({ validUntil: 100 * day }, {})).toBe('expired');
    expect(without({}, { recentUses: 3 })).toBe('fatigue');
    expect(without({ purpose: 'offer' }, { openComplaint: true })).toBe('complaint');
    expect(without({ purpose: 'service' }, { openComplaint: true, recentUses: 9 })).toBeUndefined();
  });

  it('is chosen by luck from outside, with the propensity that goes into the log', () => {
    const three = [
      guide,
      { ...guide, id: 'review', successes: 12, failures: 88 },
      { ...guide, id: 'webinar', successes: 9, failures: 91 },
    ];
    const decision = nextContent(three, ada, 0.3);
    expect(decision).toEqual(nextContent(three, ada, 0.3));
    expect(decision).toMatchObject({ chosen: 'guide' });
    expect(decision.propensity).toBe(decision.eligible[0]!.serve);
    expect(nextContent(three, ada, 0.9999).chosen).toBe('webinar');
    expect(nextContent([], ada, 0.3)).toMatchObject({ chosen: null, propensity: null });
  });
});

describe('what another choice would have earned', () => {
  it.each(cases(opeVectors))('%s', (_, { input, expected }) => {
    const found = offPolicy(input.log);
    expect(differences(found, expected, opeVectors.tolerance)).toEqual([]);
    expect(found.refused).toBe('too-little-effective');
  });

  it('is not answered from a log that could not have happened', () => {
    expect(offPolicy([])).toMatchObject({ refused: 'no-data', ips: null });
    expect(offPolicy([{ r: 1, pe: 0.5, pb: 0 }])).toMatchObject({
      refused: 'impossible-propensity',
      ips: null,
    });
    expect(offPolicy([{ r: Number.NaN, pe: 0.5, pb: 0.5 }])).toMatchObject({
      refused: 'impossible-propensity',
    });
  });

  it('equals the mean when both choices are the same', () => {
    const log = Array.from({ length: 200 }, (_, i) => ({ r: i % 4 === 0 ? 1 : 0, pe: 0.5, pb: 0.5 }));
    expect(offPolicy(log)).toMatchObject({ ips: 0.25, snips: 0.25, ess: 200, refused: null });
  });
});

describe('experiments', () => {
  it.each(cases(abVectors))('%s', (_, { input, expected }) => {
    if ('counts' in input) {
      expect(differences(splitTest(input.counts!, input.ratio!), expected, abVectors.tolerance)).toEqual([]);
      return;
    }
    const [a, b] = [
      { k: input.kA!, n: input.nA! },
      { k: input.kB!, n: input.nB! },
    ];
    const found = {
      ...experimentStanding([[a, b]], { tau: input.tau ?? 0.05 }),
      msprt: sequentialLook(a, b, input.tau ?? 0.05),
      z: shareDifference(a, b),
    };
    expect(differences(found, expected, abVectors.tolerance)).toEqual([]);
  });

  it('do not stop because somebody peeked: without a difference hardly one in twenty is ever called', () => {
    // 400 experiments of 40 looks, both arms alike; a fixed-horizon p would call far more than 5 % at one of its looks.
    let state = 1;
    const luck = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    let called = 0;
    let naive = 0;
    for (let run = 0; run < 400; run++) {
      const [a, b] = [
        { k: 0, n: 0 },
        { k: 0, n: 0 },
      ];
      const looks: [typeof a, typeof b][] = [];
      let naiveCalled = false;
      for (let look = 0; look < 40; look++) {
        for (let i = 0; i < 50; i++) {
          a.n += 1;
          b.n += 1;
          if (luck() < 0.2) a.k += 1;
          if (luck() < 0.2) b.k += 1;
        }
        looks.push([{ ...a }, { ...b }]);
        naiveCalled ||= shareDifference(a, b)!.p! < 0.05;
      }
      if (alwaysValidP(looks, 0.05)! < 0.05) called += 1;
      if (naiveCalled) naive += 1;
    }
    expect(called / 400).toBeLessThan(0.06);
    expect(naive / 400).toBeGreaterThan(0.15);
  });

  it('say what is the matter', () => {
    const standing = (a: [number, number], b: [number, number]) =>
      experimentStanding(
        [
          [
            { k: a[0], n: a[1] },
            { k: b[0], n: b[1] },
          ],
        ],
        { tau: 0.02 },
      ).verdict;
    expect(standing([0, 0], [0, 0])).toBe('no-data');
    expect(standing([9, 5], [1, 5])).toBe('no-data');
    expect(standing([520, 5200], [480, 4800])).toBe('broken-split');
    expect(standing([100, 1000], [101, 1000])).toBe('go-on');
    expect(standing([2262, 21306], [3894, 21307])).toBe('ship-b');
    expect(standing([3894, 21307], [2262, 21306])).toBe('ship-a');
    expect(sequentialLook({ k: 1, n: 2 }, { k: 1, n: 2 }, 0)).toBeNull();
    expect(sequentialLook({ k: 0, n: 2 }, { k: 0, n: 2 }, 0.1)).toMatchObject({ lr: 1, p: 1 });
    expect(splitTest([1], [1])).toBeNull();
    expect(splitTest([5, 5], [1, 0])).toBeNull();
  });

  it('refuse settings that make no sense', () => {
    expect(readSettings(contentSettings, { explore: 0 })).toMatchObject({
      ok: false,
      refusal: { field: 'explore' },
    });
  });
});
