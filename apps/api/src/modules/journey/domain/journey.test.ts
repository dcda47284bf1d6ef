import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs } from '#kernel/days';
import { differences } from '#kernel/near';
import { emptyFold, type Fold, foldAll, foldIn } from '#kernel/ordered-fold';
import { readSettings } from '#kernel/read-settings';
import { journeyMap } from './journey-map.ts';
import { readStage, type StageEvent, type StageState, stageFolding } from './stage-fold.ts';
import { timeInStage } from './time-in-stage.ts';
import { stageTransitions } from './transitions.ts';
import { usualJourney } from './usual-journey.ts';
import stageVectors from './vectors/stage.json' with { type: 'json' };
import transitionVectors from './vectors/transitions.json' with { type: 'json' };

const shop = journeyMap.parse({
  name: 'shop',
  version: 'vectors',
  stages: stageVectors.stages,
  facts: Object.fromEntries(
    Object.entries(stageVectors.eventTable).map(([kind, [stage, points, hard]]) => [
      kind,
      { stage, points, hard: hard ?? false },
    ]),
  ),
});

interface Happening {
  id: string;
  day: number;
  type: string;
}
const read = ({ id, day, type }: Happening): StageEvent[] =>
  Object.hasOwn(shop.facts, type) ? [{ id, at: day * dayMs, ...shop.facts[type]! }] : [];

describe('where somebody stands', () => {
  it.each(stageVectors.cases.map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
    const events = (input.events as Happening[]).flatMap(read);
    const asOf = input.asOf * dayMs;
    const seen = events.filter(({ at }) => at <= asOf);
    const found = readStage(foldAll(stageFolding(shop), seen), shop, asOf);
    const history = found.moves.map(({ at, ...move }) => ({ day: at / dayMs, ...move }));
    expect(differences({ ...found, history }, expected, stageVectors.tolerance)).toEqual([]);
  });

  it('is not thrown back by old points that a hard event has overruled', () => {
    const visits = [0, 1, 2, 3, 4].map((day) => ({ id: `p${day}`, day, type: 'pricing_view' }));
    const after = [
      { id: 'q', day: 5, type: 'order_paid' },
      { id: 'r', day: 6, type: 'content_view' },
    ];
    const fold = foldAll(stageFolding(shop), [...visits, ...after].flatMap(read));
    expect(readStage(fold, shop, 6 * dayMs).stage).toBe('use');
  });

  const anyEvents = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      day: fc.integer({ min: 0, max: 300 }),
      type: fc.constantFrom(...Object.keys(stageVectors.eventTable)),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  );

  it('kept up event by event equals folded from scratch, to the last bit, in any order of arrival and with corrections', () => {
    const folding = stageFolding(shop);
    fc.assert(
      fc.property(anyEvents, fc.array(fc.nat(), { maxLength: 40 }), (happenings, luck) => {
        const events = happenings.flatMap(read);
        const arriving = events
          .map((event, i) => ({ event, by: luck[i] ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ event }) => event);
        const kept: Fold<StageEvent, StageState> = emptyFold(folding);
        for (const event of arriving) {
          // First wrong, then corrected, then told twice.
          if (event.at % (3 * dayMs) === 0)
            foldIn(folding, kept, { ...event, at: event.at + 9 * dayMs, points: 7 });
          foldIn(folding, kept, event);
          if (event.at % (2 * dayMs) === 0) foldIn(folding, kept, event);
        }
        expect(kept).toEqual(foldAll(folding, events));
      }),
    );
  });

  it('does not change with silence, and grows less certain of nothing', () => {
    const folding = stageFolding(shop);
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 0, max: 50_000 }), (happenings, days) => {
        const fold = foldAll(folding, happenings.flatMap(read));
        const now = readStage(fold, shop, 300 * dayMs);
        const later = readStage(fold, shop, (300 + days) * dayMs);
        expect(later.stage).toBe(now.stage);
        expect(later.confidence).toBe(now.confidence);
        for (const score of Object.values(later.scores))
          expect(Number.isFinite(score) && score >= 0).toBe(true);
        if (days > 60 && now.stage) expect(later.dormant).toBe(true);
      }),
    );
  });

  it('takes no event that has no time, no points or no stage', () => {
    const folding = stageFolding(shop);
    const event: StageEvent = { id: 'x', at: 5, stage: 'use', points: 4, hard: true };
    for (const odd of [{ at: Number.NaN }, { points: Number.NaN }, { points: 0 }, { stage: 'nirvana' }]) {
      const fold = foldAll(folding, [{ ...event, ...odd }]);
      expect(readStage(fold, shop, 10)).toMatchObject({ stage: null, confidence: null, because: [] });
    }
  });
});

describe('a map', () => {
  it.each([
    [{ stages: ['use', 'use'] }, 'stages'],
    [{ facts: { 'deal-won': { stage: 'nirvana', points: 1 } } }, 'facts.deal-won.stage'],
    [{ facts: { 'deal-won': { stage: 'use', points: -1 } } }, 'facts.deal-won.points'],
    [{ halfLifeDays: 0 }, 'halfLifeDays'],
    [{ hysteresis: 0.5 }, 'hysteresis'],
    [{ dormantAfter: 3 }, 'dormantAfter'],
  ])('that makes no sense is refused with the field named: %j', (change, field) => {
    expect(readSettings(journeyMap, { ...usualJourney, ...change })).toMatchObject({
      ok: false,
      refusal: { field },
    });
  });
});

describe('from stage to stage', () => {
  it.each(transitionVectors.cases.map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
    const found = stageTransitions(input.histories, input.stages);
    expect(differences(found, expected, transitionVectors.tolerance)).toEqual([]);
  });

  it('counts those who are still there in how long it takes', () => {
    const stay = (from: number, to: number | null, segment = 'a') => ({
      stage: 'research',
      from: from * dayMs,
      to: to === null ? null : to * dayMs,
      segment,
    });
    const ask = (
      asOf: number,
      stays = [stay(0, 5), stay(0, 9, 'b'), stay(2, null, 'b'), { ...stay(0, 1), stage: 'use' }],
    ) => timeInStage(stays, { stage: 'research', asOf: asOf * dayMs, horizon: 10 });
    expect(ask(20)).toMatchObject({ n: 3, events: 2, median: 9 });
    expect(ask(20).segments?.p).toBeGreaterThan(0);
    expect(ask(7)).toMatchObject({ n: 3, events: 1, median: null });
    expect(ask(20, [])).toMatchObject({ n: 0, median: null, restrictedMeanDays: null, segments: null });
  });
});
