import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenLeftBehind } from './when-left-behind.ts';

describe('A program that npm started', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const leave = (runner: string | undefined) => {
    let parent = 100;
    const end = vi.fn();
    whenLeftBehind(end, runner, () => parent);
    vi.advanceTimersByTime(5_000);
    expect(end).not.toHaveBeenCalled();
    parent = 1;
    vi.advanceTimersByTime(5_000);
    return end.mock.calls.length;
  };

  it.each(['start', 'npx'])('ends once when %s has gone', (runner) => expect(leave(runner)).toBe(1));

  it.each(['', 'deploy'])('outlives who started it in another way: %s', (runner) =>
    expect(leave(runner)).toBe(0),
  );
});
