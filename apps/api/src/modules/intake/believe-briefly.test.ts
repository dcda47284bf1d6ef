import { afterEach, describe, expect, it, vi } from 'vitest';
import { believeBriefly } from './believe-briefly.ts';

/** Somebody who counts how often they are asked. */
const asked = (answer: () => string | null) => {
  const counted = {
    times: 0,
    async ask() {
      counted.times += 1;
      return answer();
    },
  };
  return counted;
};

describe('what is believed of a sender', () => {
  afterEach(() => vi.useRealTimers());

  it('is asked once by many at a time, and for each question apart', async () => {
    const believe = believeBriefly<string>(60_000);
    const counted = asked(() => 'the desk');
    const answers = await Promise.all(Array.from({ length: 5 }, () => believe('key', counted.ask)));
    expect([answers, counted.times]).toEqual([Array(5).fill('the desk'), 1]);
    await believe('another key', counted.ask);
    expect(counted.times).toBe(2);
  });

  it('is asked again when its time is over, so that what was revoked is', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const believe = believeBriefly<string>(5);
    let answer: string | null = 'the desk';
    const counted = asked(() => answer);
    await believe('key', counted.ask);
    answer = null;
    vi.advanceTimersByTime(4);
    expect(await believe('key', counted.ask)).toBe('the desk');
    vi.advanceTimersByTime(1);
    expect(await believe('key', counted.ask)).toBeNull();
  });

  it('is never that somebody is nobody, or that asking failed', async () => {
    const believe = believeBriefly<string>(60_000);
    let answer: string | null = null;
    const counted = asked(() => answer);
    expect(await believe('key', counted.ask)).toBeNull();
    await expect(believe('key', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    answer = 'the desk';
    expect(await believe('key', counted.ask)).toBe('the desk');
  });
});
