import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactKind } from '#modules/house';
import { foldStage } from './fold-stage.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const life = (...kinds: FactKind[]) =>
  kinds.map((kind, index) => ({ factKey: `${kind}:${index}`, at: day(index + 1), kind }));

describe('where somebody stands', () => {
  it.each<[string, FactKind[], string | null]>([
    ['nobody knows of somebody who never did anything', [], null],
    ['has a need when they left their name', ['lead-created'], 'need'],
    ['is in research after reading', ['content-consumed'], 'research'],
    [
      'is not in research for one page when they left their name',
      ['lead-created', 'content-consumed'],
      'need',
    ],
    ['is after two', ['lead-created', 'content-consumed', 'content-consumed'], 'research'],
    ['chooses while a deal is open', ['content-consumed', 'deal-opened'], 'choice'],
    ['goes back to research when the only deal is lost', ['deal-opened', 'deal-lost'], 'research'],
    ['goes on choosing while another deal is open', ['deal-opened', 'deal-opened', 'deal-lost'], 'choice'],
    ['uses what they bought', ['deal-opened', 'deal-won'], 'use'],
    ['comes back', ['order-placed', 'order-placed'], 'repeat'],
    ['is not moved back to research by one more page', ['order-placed', 'content-consumed'], 'use'],
    ['needs assistance while a ticket is open', ['order-placed', 'ticket-opened'], 'assistance'],
    [
      'still does while the second of two is open',
      ['order-placed', 'ticket-opened', 'ticket-opened', 'ticket-solved'],
      'assistance',
    ],
    ['goes back to use when it is solved', ['order-placed', 'ticket-opened', 'ticket-solved'], 'use'],
    [
      'goes back to choosing when a question before the purchase was answered',
      ['deal-opened', 'ticket-opened', 'ticket-solved'],
      'choice',
    ],
    ['repeats at once, though a ticket is open', ['order-placed', 'ticket-opened', 'order-placed'], 'repeat'],
    [
      'keeps needing assistance though a deal is opened',
      ['order-placed', 'ticket-opened', 'deal-opened'],
      'assistance',
    ],
    [
      'is helped even after many questions',
      ['order-placed', ...Array(6).fill(['ticket-opened', 'ticket-solved']).flat()],
      'use',
    ],
    [
      'and still repeats when it is solved',
      ['order-placed', 'ticket-opened', 'order-placed', 'ticket-solved'],
      'repeat',
    ],
    ['shares', ['order-placed', 'review-written'], 'share'],
    ['needs help with a return', ['order-placed', 'order-returned'], 'assistance'],
    [
      'a buyer who loses a second deal is back in use',
      ['deal-opened', 'deal-won', 'deal-opened', 'deal-lost'],
      'use',
    ],
  ])('%s', (_, kinds, stage) => {
    expect(foldStage(life(...kinds))?.stage ?? null).toBe(stage);
  });

  it('says since when, because of what, and what was before', () => {
    expect(foldStage(life('content-consumed', 'deal-opened', 'deal-lost'))).toMatchObject({
      settings: 'journey-1',
      stage: 'research',
      since: day(3),
      because: 'deal-lost',
      becauseAt: day(3),
      history: [
        {
          stage: 'research',
          from: day(1).toISOString(),
          to: day(2).toISOString(),
          because: 'content-consumed',
        },
        { stage: 'choice', from: day(2).toISOString(), to: day(3).toISOString(), because: 'deal-opened' },
        { stage: 'research', from: day(3).toISOString(), to: null, because: 'deal-lost' },
      ],
    });
  });

  it('says how sure it is, and because of which facts', () => {
    const found = foldStage(life('content-consumed', 'content-consumed', 'deal-opened'))!;
    const fade = (days: number) => 2 ** (-days / 14);
    expect(found.reasons).toEqual([
      { factKey: 'deal-opened:2', kind: 'deal-opened', at: day(3).toISOString(), points: 4 },
    ]);
    expect(found.confidence).toBeCloseTo(4 / (4 + fade(1) + fade(2)), 12);
    expect(foldStage([], { sourceWord: 'lead', sourceWordAt: day(1) })).toMatchObject({
      confidence: null,
      reasons: [],
    });
  });

  it('does not see what is later than the day one asks about, or on no day', () => {
    const facts = life('content-consumed', 'deal-opened', 'deal-won');
    expect(foldStage(facts, { asOf: day(2) })?.stage).toBe('choice');
    expect(foldStage([{ factKey: 'x', kind: 'deal-won', at: new Date(Number.NaN) }])).toBeNull();
  });

  it('takes the word of the source only when nothing is known, and says so', () => {
    expect(foldStage([], { sourceWord: 'Marketing Qualified Lead', sourceWordAt: day(1) })).toMatchObject({
      stage: 'research',
      because: 'source-word',
    });
    expect(foldStage(life('deal-opened'), { sourceWord: 'customer', sourceWordAt: day(1) })?.stage).toBe(
      'choice',
    );
    expect(foldStage([], { sourceWord: 'constructor', sourceWordAt: day(1) })).toBeNull();
  });

  it('is dormant only when somebody asks with a clock, after 60 silent days', () => {
    const facts = life('order-placed');
    expect(foldStage(facts)?.stage).toBe('use');
    expect(foldStage(facts, { asOf: day(61) })?.stage).toBe('use');
    expect(foldStage(facts, { asOf: day(62) })).toMatchObject({
      stage: 'dormant',
      since: day(61),
      becauseAt: day(1),
    });
  });
});

const kinds: FactKind[] = [
  'lead-created',
  'content-consumed',
  'deal-opened',
  'deal-won',
  'deal-lost',
  'order-placed',
  'order-returned',
  'product-used',
  'ticket-opened',
  'ticket-solved',
  'referral-made',
  'review-written',
];
const anyLife = fc.uniqueArray(
  fc.record({
    factKey: fc.string(),
    at: fc.integer({ min: 1, max: 400 }).map(day),
    kind: fc.constantFrom(...kinds),
  }),
  { selector: ({ factKey }) => factKey, maxLength: 40 },
);

describe('the fold, for any life', () => {
  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(anyLife, fc.infiniteStream(fc.double({ noNaN: true })), (facts, luck) => {
        const shuffled = facts
          .map((fact) => ({ fact, by: luck.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ fact }) => fact);
        expect(foldStage(shuffled)).toEqual(foldStage(facts));
      }),
    );
  });

  it('leaves no hole and no overlap in the history, and never enters the stage it is in', () => {
    fc.assert(
      fc.property(anyLife, (facts) => {
        const history = foldStage(facts)?.history ?? [];
        for (const [index, period] of history.entries()) {
          const next = history[index + 1];
          expect(period.to).toBe(next?.from ?? null);
          if (next) expect(next.stage).not.toBe(period.stage);
        }
      }),
    );
  });
});
