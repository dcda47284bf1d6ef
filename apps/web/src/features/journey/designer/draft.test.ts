import { describe, expect, it } from 'vitest';
import { type Draft, withFact, withStageMoved } from './draft.ts';

const draft: Draft = {
  name: 'J',
  stages: ['need', 'use', 'share'].map((key) => ({ key, label: '', memory: '', memoryValence: null })),
  facts: [{ kind: 'deal-won', stage: 'use', points: 4, isHard: true }],
  halfLifeDays: 14,
  enterFrom: 1,
  hysteresis: 1.25,
  dormantAfterDays: 60,
  overridePoints: 4,
};
const keys = ({ stages }: Draft) => stages.map(({ key }) => key);

describe('a draft of a journey', () => {
  it('moves a stage one place, and not over the edge', () => {
    expect(keys(withStageMoved(draft, 'use', 1))).toEqual(['need', 'share', 'use']);
    expect(keys(withStageMoved(draft, 'use', -1))).toEqual(['use', 'need', 'share']);
    expect(withStageMoved(draft, 'need', -1)).toBe(draft);
    expect(withStageMoved(draft, 'share', 1)).toBe(draft);
    expect(withStageMoved(draft, 'nirvana', 1)).toBe(draft);
  });

  it('lets a fact speak for another stage and leaves the rest alone', () => {
    expect(withFact(draft, 'deal-won', { stage: 'share' }).facts).toEqual([
      { kind: 'deal-won', stage: 'share', points: 4, isHard: true },
    ]);
    expect(draft.facts[0]!.stage).toBe('use');
  });
});
