import { vi } from 'vitest';

/** Waits until what is expected comes true; fails with what was last found instead. */
export const eventually = (expectation: () => unknown, withinMs = 30_000): Promise<unknown> =>
  vi.waitFor(expectation, { timeout: withinMs, interval: 50 });
