import { describe, expect, it } from 'vitest';
import { hoursWish, policyFor, type SlaPolicy, targetsOf } from './policy.ts';

const policy = (name: string, place: number, more: Partial<SlaPolicy> = {}): SlaPolicy => ({
  id: name,
  name,
  about: 'ticket',
  place,
  priorities: [],
  channels: [],
  customerTags: [],
  stages: [],
  ratingAtMost: null,
  firstReplyMinutes: 60,
  nextReplyMinutes: null,
  resolutionMinutes: null,
  hoursId: null,
  removedAt: null,
  ...more,
});
const policies = [
  policy('everybody', 9),
  policy('vip', 1, { customerTags: ['vip'] }),
  policy('urgent', 2, { priorities: ['urgent', 'high'] }),
  policy('chat', 3, { channels: ['chat'] }),
  policy('renewals', 4, { stages: ['renew'], priorities: ['normal'] }),
  policy('gone', 0, { removedAt: new Date(0) }),
];
const traits = { priority: null, channels: ['email'], customerTags: [], stage: null };

describe('which promise counts', () => {
  it.each([
    [traits, 'everybody'],
    [{ ...traits, priority: 'urgent' }, 'urgent'],
    [{ ...traits, priority: 'urgent', customerTags: ['old', 'vip'] }, 'vip'],
    [{ ...traits, channels: ['chat'] }, 'chat'],
    [{ ...traits, stage: 'renew' }, 'renewals'],
    [{ ...traits, stage: 'renew', priority: 'low' }, 'everybody'],
  ])('%j → %s', (one, name) => {
    expect(policyFor(policies, one)?.name).toBe(name);
  });

  it('none, when none fits', () => {
    expect(policyFor([policies[1]!], traits)).toBeNull();
  });

  it('of a review by its stars and where it stands, never that of a ticket', () => {
    const voices = [
      ...policies,
      policy('bad', 0, { about: 'voice', ratingAtMost: 2 }),
      policy('portal', 5, { about: 'voice', channels: ['Trustpilot'] }),
      policy('mentions', 6, { about: 'voice', channels: ['mention'] }),
    ];
    const voice = { ...traits, about: 'voice' as const, channels: ['review', 'trustpilot'] };
    expect(policyFor(voices, { ...voice, rating: 2 })?.name).toBe('bad');
    expect(policyFor(voices, { ...voice, rating: 3 })?.name).toBe('portal');
    expect(policyFor(voices, { ...voice, channels: ['mention', 'x'], rating: null })?.name).toBe('mentions');
    expect(policyFor(voices, { ...voice, channels: ['review', 'shop'], rating: 4 })).toBeNull();
  });

  it('promises only what it says, around the clock without hours', () => {
    expect(targetsOf(policies[0]!, [])).toEqual({ minutes: { 'first-reply': 60 }, calendar: null });
  });
});

describe('hours', () => {
  const good = { name: 'Desk', timeZone: 'Europe/Rome', week: Array(7).fill([540, 1080]), holidays: [] };
  it.each([
    ['timeZone', { timeZone: 'Mars/Base' }],
    ['week', { week: Array(7).fill(null) }],
    ['week', { week: [[600, 500], null, null, null, null, null, null] }],
    ['holidays', { holidays: [{ day: '2026-02-30', name: 'Never' }] }],
    ['name', { name: ' ' }],
  ])('cannot have such a %s', (_, wrong) => {
    expect(hoursWish.safeParse(good).success).toBe(true);
    expect(hoursWish.safeParse({ ...good, ...wrong }).success).toBe(false);
  });
});
