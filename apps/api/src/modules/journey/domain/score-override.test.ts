import { describe, expect, it } from 'vitest';
import type { FactKind } from '#modules/house';
import { overridesRight, scoreOverride } from './score-override.ts';
import { usualJourney } from './usual-journey.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const fact = (n: number, kind: FactKind) => ({ factKey: `${kind} ${n}`, at: day(n), kind });
const said = { stage: 'choice', at: day(10) };
const score = (facts: ReturnType<typeof fact>[], asOf = day(90)) =>
  scoreOverride(said, facts, usualJourney, asOf);

describe('somebody’s own word on a stage', () => {
  it('is right when the facts alone come to the same within thirty days', () => {
    expect(score([fact(1, 'content-consumed'), fact(20, 'deal-opened')])).toBe('right');
  });
  it('is wrong when they move on elsewhere', () => {
    expect(score([fact(1, 'content-consumed'), fact(20, 'ticket-opened')])).toBe('wrong');
    expect(score([fact(1, 'content-consumed'), fact(60, 'deal-opened'), fact(12, 'order-placed')])).toBe(
      'wrong',
    );
  });
  it('is unproven when nothing happens, and open while there is time', () => {
    expect(score([fact(1, 'content-consumed'), fact(60, 'deal-opened')])).toBe('unproven');
    expect(score([fact(1, 'content-consumed')], day(20))).toBe('open');
    expect(score([fact(1, 'content-consumed'), fact(12, 'deal-opened')], day(20))).toBe('right');
  });
  it('counts only what was decided, and says nothing of nothing', () => {
    expect(overridesRight(['right', 'right', 'wrong', 'open', 'unproven'])).toMatchObject({ k: 2, n: 3 });
    expect(overridesRight(['open'])).toMatchObject({ p: null, n: 0 });
  });
});
