import { describe, expect, it } from 'vitest';
import { channelScores, scoreOf } from './channel-scores.ts';

const at = new Date('2026-03-01T10:00:00Z');
/** So many questions on a channel, of which these were answered. */
const asked = (channel: string, values: readonly number[], silent = 0) => [
  ...values.map((value) => ({ channel, value, answeredAt: at })),
  ...Array.from({ length: silent }, () => ({ channel, value: null, answeredAt: null })),
];
const times = (n: number, value: number): number[] => Array.from({ length: n }, () => value);

describe('How each channel does', () => {
  it('has no score with nine answers, and one with an interval with ten', () => {
    expect(scoreOf('csat', times(9, 5))).toEqual({ n: 9, mean: null, lo: null, hi: null });
    // Wilson for 8 of 10.
    const { mean, lo, hi } = scoreOf('csat', [...times(8, 5), ...times(2, 3)]);
    expect([mean, lo, hi].map((one) => Math.round(one! * 10_000) / 10_000)).toEqual([0.8, 0.4902, 0.9433]);
  });

  it('says who answered of those who were asked, and how it differs from what is usual on that channel', () => {
    const { channels, answered } = channelScores('csat', {
      asked: [...asked('email', [...times(16, 2), ...times(4, 5)], 60), ...asked('chat', times(12, 5))],
      earlier: [...asked('email', [...times(4, 2), ...times(16, 5)]), ...asked('chat', times(3, 1))],
      mix: {},
    });
    const [email, chat] = channels;
    expect(answered).toMatchObject({ k: 32, n: 92 });
    expect(email).toMatchObject({ channel: 'email', answered: { k: 20, n: 80 }, baseline: { mean: 0.8 } });
    expect(email!.change!.mean).toBeCloseTo(-0.6, 12);
    expect(email!.change!.hi).toBeLessThan(0);
    // Three answers before are no baseline.
    expect(chat).toMatchObject({ baseline: { n: 3, mean: null }, change: null });
  });

  it('is weighed by contacts for the headline, so that a channel that answers much does not speak for all', () => {
    const { score, weighted, channels } = channelScores('ces', {
      asked: [...asked('email', times(90, 2)), ...asked('phone', times(10, 6)), ...asked('sms', times(4, 1))],
      earlier: null,
      mix: { email: 0.2, phone: 0.8, sms: 0.5 },
    });
    expect(score.mean).toBeCloseTo((90 * 2 + 10 * 6 + 4) / 104, 12);
    expect(weighted).toBeCloseTo(0.2 * 2 + 0.8 * 6, 12);
    expect(channels.map(({ isWeighted }) => isWeighted)).toEqual([true, true, false]);
    expect(channels.every(({ baseline }) => baseline === null)).toBe(true);
  });

  it('has nothing to say without questions', () => {
    expect(channelScores('nps', { asked: [], earlier: null, mix: {} })).toMatchObject({
      score: { n: 0, mean: null },
      answered: { k: 0, n: 0, p: null },
      weighted: null,
      channels: [],
    });
  });
});
