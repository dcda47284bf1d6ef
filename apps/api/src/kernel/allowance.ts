/**
 * Counts what each key does: `most` in any `perMs`, refilled evenly. Answers whether one more is allowed. Keys that did nothing for a
 * while are forgotten, so that it stays small whoever knocks.
 */
export function makeAllowance(
  most: number,
  perMs: number,
  now: () => number = Date.now,
): (key: string) => boolean {
  const left = new Map<string, { tokens: number; at: number }>();
  return (key) => {
    const at = now();
    if (left.size > 10_000) for (const [old, { at: then }] of left) if (at - then > perMs) left.delete(old);
    const known = left.get(key) ?? { tokens: most, at };
    const tokens = Math.min(most, known.tokens + ((at - known.at) * most) / perMs);
    left.set(key, { tokens: Math.max(0, tokens - 1), at });
    return tokens >= 1;
  };
}
