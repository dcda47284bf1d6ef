import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '#kernel/near';
import { readSettings } from '#kernel/read-settings';
import { type AnsweredLife, calibrate, scoreLife } from './calibration.ts';
import { type CaseEvent, frictionOf, stepLosses } from './friction.ts';
import { type LifePoint, recoveryOf } from './recovery.ts';
import { experienceSettings, usualExperience } from './settings.ts';
import frictionVectors from './vectors/friction.json' with { type: 'json' };
import recoveryVectors from './vectors/recovery.json' with { type: 'json' };

const cases = <One extends { name: string }>({ cases }: { cases: readonly One[] }) =>
  cases.map((one) => [one.name, one] as const);

describe('repairing what failed', () => {
  it.each(cases(recoveryVectors))('%s', (_, { input, expected }) => {
    expect(
      differences(recoveryOf(input.moments as LifePoint[]), expected, recoveryVectors.tolerance),
    ).toEqual([]);
  });

  it('is not judged before its time is over', () => {
    const points: LifePoint[] = [{ day: 0, v: -0.9, type: 'failure' }];
    expect(recoveryOf(points, { asOf: 3 })).toMatchObject({
      failures: [{ open: true }],
      rate: { n: 0, p: null },
    });
    expect(recoveryOf(points, { asOf: 20 })).toMatchObject({
      failures: [{ open: false }],
      rate: { n: 1, p: 0 },
    });
  });

  it('does not depend on the order of arrival, and ignores what has no day', () => {
    const points: LifePoint[] = [
      { day: 5, v: -0.7, type: 'failure' },
      { day: 7, v: null, type: 'resolved' },
      { day: 8, v: 0.6, type: 'moment' },
    ];
    expect(recoveryOf([...points].reverse()).failures).toEqual(recoveryOf(points).failures);
    expect(recoveryOf([{ day: Number.NaN, v: -1, type: 'failure' }]).failures).toEqual([]);
  });
});

describe('what stood in the way', () => {
  it.each(cases(frictionVectors))('%s', (_, { input, expected }) => {
    expect(
      differences(frictionOf(input.events as CaseEvent[], input.asOf), expected, frictionVectors.tolerance),
    ).toEqual([]);
  });

  it('is bounded, never less for one more obstacle, and the same in any order of arrival', () => {
    const anyEvent = fc.record({
      id: fc.uuid(),
      t: fc.integer({ min: 0, max: 20_000 }),
      activity: fc.constantFrom('asked', 'handled', 'resolved', 'escalated'),
      kind: fc.constantFrom<'state' | 'message'>('state', 'message'),
      actor: fc.constantFrom<'customer' | 'agent' | 'system'>('customer', 'agent', 'system'),
      channel: fc.constantFrom('chat', 'phone', null),
      owner: fc.constantFrom('anna', 'luca', null),
    });
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 15 }), (events) => {
        const found = frictionOf(events, 30_000);
        expect(found.friction >= 0 && found.friction < 100).toBe(true);
        expect(frictionOf([...events].reverse(), 30_000)).toEqual(found);
        const left = found.obstacles.reduce(
          (ease, { kind }) => ease * (1 - usualExperience.friction.weights[kind]),
          100,
        );
        expect(found.ease).toBeCloseTo(left, 9);
      }),
    );
  });

  it('shows the step that costs most hours first', () => {
    const event = (t: number, activity: string): CaseEvent => ({
      t,
      activity,
      kind: 'state',
      actor: 'agent',
    });
    const [first, second] = stepLosses([
      [event(0, 'open'), event(10, 'wait'), event(20, 'close')],
      [event(0, 'open'), event(12, 'wait'), event(620, 'close')],
      [event(0, 'open'), event(14, 'wait'), event(24, 'close')],
    ]);
    expect(first).toEqual({ from: 'wait', to: 'close', cases: 3, medianMinutes: 10, excessHours: 598 / 60 });
    expect(second).toMatchObject({ from: 'open', excessHours: 2 / 60 });
  });
});

describe('settings', () => {
  it.each([
    [{ memory: { halfLifeDays: 0 } }, 'memory.halfLifeDays'],
    [{ memory: { negativity: Number.NaN } }, 'memory.negativity'],
    [{ memory: { halfLive: 3 } }, 'memory.halfLive'],
    [{ memorability: { irrelevantBelow: 0.9 } }, 'memorability.irrelevantBelow'],
    [{ friction: { weights: { loop: 2 } } }, 'friction.weights.loop'],
    [
      {
        valence: { weights: { survey: 0, resolution: 0, expectation: 0, sentiment: 0, wait: 0, effort: 0 } },
      },
      'valence.weights',
    ],
    [{ version: '' }, 'version'],
  ])('that make no sense are refused with the field named: %j', (given, field) => {
    expect(readSettings(experienceSettings, given)).toMatchObject({ ok: false, refusal: { field } });
  });

  it('come with defaults', () => {
    expect(readSettings(experienceSettings, { version: 'ours' })).toEqual({
      ok: true,
      value: { ...usualExperience, version: 'ours' },
    });
  });
});

describe('calibration', () => {
  const day = 86_400_000;
  const life = (n: number, good: number, answer: number): AnsweredLife => ({
    id: `life-${n}`,
    at: (1000 + n) * day,
    answer,
    episodes: [{ at: (990 + n) * day, salience: 1, moments: [{ v: good, d: 10 }] }],
  });
  const spread = (n: number) => ((n * 7919) % 41) / 20 - 1;

  it('keeps what came when there are few answers', () => {
    const few = calibrate(Array.from({ length: 50 }, (_, n) => life(n, spread(n), 5)));
    expect(few).toMatchObject({ why: 'too-few-answers', n: 50, best: null });
  });

  it('keeps what came when nothing predicts better', () => {
    const lives = Array.from({ length: 250 }, (_, n) => life(n, spread(n), Math.round(5 * (1 + spread(n)))));
    expect(calibrate(lives, { rounds: 100 })).toMatchObject({ why: 'gain-within-noise', n: 250 });
  });

  it('says so when experience predicts better than memory', () => {
    const lives = Array.from({ length: 300 }, (_, n) => {
      const [mean, end] = [spread(n), spread(n * 3 + 1)];
      const one = life(n, 0, Math.round(5 * (1 + mean)));
      const moments = [
        { v: mean, d: 100 },
        { v: end, d: 0.01 },
      ];
      return { ...one, episodes: [{ ...one.episodes[0]!, moments }] };
    });
    const found = calibrate(lives, { rounds: 100 });
    expect(found).toMatchObject({ why: 'better', chosen: { kind: 'experienced' } });
    expect(found.experienced!).toBeGreaterThan(found.usual!);
  });

  it('never looks at what came after the answer', () => {
    const one = life(1, 0.5, 9);
    const later = { at: one.at, salience: 1, moments: [{ v: -1, d: 10 }] };
    const models = [
      { kind: 'experienced' as const },
      { kind: 'remembered' as const, halfLifeDays: 90, negativity: 2, peakWeight: 0.5 },
    ];
    for (const model of models)
      expect(scoreLife({ ...one, episodes: [...one.episodes, later] }, model)).toBe(scoreLife(one, model));
  });
});
