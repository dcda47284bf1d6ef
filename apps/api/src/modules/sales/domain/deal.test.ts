import { describe, expect, it } from 'vitest';
import { type DealSaid, mergeDeal, tellDeal } from './deal.ts';
import type { DealBody } from './read-deal-signal.ts';
import type { DealOutcome } from './read-pipeline-signal.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const said = (n: number, body: DealBody, outcome: DealOutcome | null = null): DealSaid => ({
  id: 'new',
  sourceId: 's',
  sourceKey: 'deal:1',
  body,
  stage: null,
  pipelineId: null,
  outcome,
  customerId: null,
  sourceRecordId: null,
  companyId: null,
  at: day(n),
  signalId: `signal-${n}`,
});

describe('a deal, told in pieces', () => {
  it('keeps what was known when a signal says only where it stands', () => {
    const first = mergeDeal(
      undefined,
      said(1, { name: 'Roof', amount: 900, currency: 'EUR', stageName: 'Talks' }),
    );
    const moved = mergeDeal(first, said(2, { stageName: 'Offer' }));
    expect(moved).toMatchObject({
      name: 'Roof',
      amount: 900,
      currency: 'EUR',
      stageName: 'Offer',
      outcome: 'open',
    });
  });

  it('is not moved back by an older word, which still fills what nobody said', () => {
    const now = mergeDeal(undefined, said(5, { stageName: 'Offer' }));
    const later = mergeDeal(now, said(1, { name: 'Roof', stageName: 'Talks', ownerName: 'Inès' }));
    expect(later).toMatchObject({ stageName: 'Offer', ownerName: 'Inès', observedAt: day(5) });
  });

  it('has its source id for a name until somebody names it', () => {
    expect(mergeDeal(undefined, said(1, {})).name).toBe('deal:1');
  });

  it('closes on its day when that is past, and opens again without a closing time', () => {
    const won = mergeDeal(undefined, said(9, { closeDate: '2026-01-07' }, 'won'));
    expect(won.closedAt).toEqual(new Date('2026-01-07T12:00:00Z'));
    expect(mergeDeal(undefined, said(9, { closeDate: '2026-03-07' }, 'won')).closedAt).toEqual(day(9));
    expect(mergeDeal(won, said(10, {}, 'open')).closedAt).toBeNull();
  });
});

describe('what a deal tells', () => {
  const story = (...steps: DealSaid[]) => {
    const kinds: string[] = [];
    const facts: string[] = [];
    let before: ReturnType<typeof mergeDeal> | undefined;
    for (const step of steps) {
      const after = mergeDeal(before, step);
      const told = tellDeal(before, after, step.at);
      kinds.push(...told.entries.map((entry) => entry.kind));
      facts.push(...told.facts.map((fact) => fact.kind));
      before = after;
    }
    return { kinds, facts };
  };

  it('is opened, moved, won', () => {
    expect(
      story(said(1, { stageName: 'Talks' }), said(2, { stageName: 'Offer' }), said(3, {}, 'won')),
    ).toEqual({ kinds: ['deal-opened', 'deal-moved', 'deal-won'], facts: ['deal-opened', 'deal-won'] });
  });

  it('is its whole story when it is first heard of after its end', () => {
    expect(story(said(9, { openedAt: '2026-01-02T00:00:00Z' }, 'lost'))).toEqual({
      kinds: ['deal-opened', 'deal-lost'],
      facts: ['deal-opened', 'deal-lost'],
    });
  });

  it('is nothing when the same is said again', () => {
    const once = said(1, { stageName: 'Talks' });
    expect(story(once, once).kinds).toEqual(['deal-opened']);
  });

  it('is reopened, with the journey choosing again', () => {
    expect(story(said(1, {}, 'lost'), said(2, {}, 'open'))).toEqual({
      kinds: ['deal-opened', 'deal-lost', 'deal-reopened'],
      facts: ['deal-opened', 'deal-lost', 'deal-opened'],
    });
  });

  it('never names what it is worth', () => {
    const deal = mergeDeal(undefined, said(1, { name: 'Roof', amount: 98_765 }, 'won'));
    expect(JSON.stringify(tellDeal(undefined, deal, day(1)))).not.toContain('98765');
  });
});
