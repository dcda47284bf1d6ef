import { describe, expect, it } from 'vitest';
import { calibrationLine, judgedAlike } from './calibration-line.ts';
import { type CustomerPath, creditsOf } from './credit.ts';
import { moodOf } from './mood.ts';

describe('whether predictions were borne out', () => {
  it('is laid out in steps of 20 %, each with its interval', () => {
    const line = calibrationLine([
      ...judgedAlike(0.9, { k: 9, n: 10 }),
      ...judgedAlike(0.1, { k: 2, n: 10 }),
      ...judgedAlike(1, { k: 5, n: 5 }),
    ]);
    expect(line).toMatchObject({ n: 25, actual: { k: 16, n: 25 } });
    expect(
      line.steps.map(({ predicted, actual: { k, n } }) => [Math.round(predicted * 1000) / 1000, k, n]),
    ).toEqual([
      [0.1, 2, 10],
      [0.933, 14, 15],
    ]);
    expect(line.brier).toBeCloseTo((9 * 0.01 + 0.81 + 2 * 0.81 + 8 * 0.01) / 25, 12);
  });

  it('is no data while nothing was decided, and not zero', () => {
    expect(calibrationLine([{ predicted: Number.NaN, happened: true }])).toEqual({
      n: 0,
      predicted: null,
      actual: { k: 0, n: 0, p: null, lo: null, hi: null },
      brier: null,
      steps: [],
    });
  });
});

describe('how people felt somewhere', () => {
  const felt = { stage: 'use', department: null, n: 40, mean: -0.4, sd: 0.5 };
  it('is said only where the whole interval lies on one side', () => {
    expect(moodOf(felt)).toMatchObject({ score: 30, verdict: 'badly' });
    expect(moodOf({ ...felt, mean: 0.4 }).verdict).toBe('well');
    expect(moodOf({ ...felt, mean: 0.05 }).verdict).toBe('open');
    expect(moodOf({ ...felt, n: 1, sd: null })).toMatchObject({ lo: null, hi: null, verdict: 'open' });
  });
});

describe('credit for purchases', () => {
  const way = (channels: string[], bought: boolean): CustomerPath => ({
    customerId: channels.join(),
    boughtAt: bought ? new Date() : null,
    channels,
    daysBefore: channels.map((_, place) => channels.length - place),
  });
  const ways = [
    way(['peer', 'campaign'], true),
    way(['campaign'], false),
    way(['peer', 'service', 'campaign'], true),
    way(['web'], false),
  ];

  it('adds up to the purchases in every model, and says how far the models agree', () => {
    const { channels, conversions, n } = creditsOf(ways);
    expect([conversions, n]).toEqual([2, 4]);
    for (const model of ['first', 'last', 'linear', 'position', 'timeDecay', 'shapley', 'markov'] as const)
      expect(channels.reduce((sum, channel) => sum + channel[model]!, 0)).toBeCloseTo(2, 9);
    expect(channels.find(({ channel }) => channel === 'peer')).toMatchObject({
      first: 2,
      last: 0,
      least: 0,
      most: 2,
      met: { k: 2, n: 2 },
    });
  });

  it('is nobody’s without a purchase', () => {
    expect(creditsOf([way(['web'], false)])).toMatchObject({ conversions: 0, n: 1, channels: [] });
  });
});
