import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { longestPatienceMs, nextPatience, SettledBefore, shortestPatienceMs } from './patience.ts';

const ids = (count: number) => Array.from({ length: count }, () => newId());

/** How often a customer is folded, and how long one waits at most, when these are told of at this rate. */
function foldsOf(told: readonly string[], perSecond: number): { folds: number; longestMs: number } {
  const before = new SettledBefore();
  let patience = shortestPatienceMs;
  let longestMs = patience;
  let owed = new Set<string>();
  let since = 0;
  let folds = 0;
  const settle = () => {
    folds += owed.size;
    patience = nextPatience(patience, { settled: owed.size, again: before.note(owed) });
    longestMs = Math.max(longestMs, patience);
    owed = new Set();
  };
  told.forEach((id, place) => {
    owed.add(id);
    const at = (place / perSecond) * 1_000;
    if (at - since < patience) return;
    since = at;
    settle();
  });
  settle();
  return { folds, longestMs };
}

describe('how long people wait for what follows from an import', () => {
  const customers = ids(10_000);
  const inOrder = customers.flatMap((id) => Array.from({ length: 10 }, () => id));
  // A stride that has no divisor in common with their number: the same rows, in no order of customers.
  const mixed = inOrder.map((_, place) => inOrder[(place * 61_803) % inOrder.length]!);
  const perSecond = 1_000;

  it('is short where each customer is told of in one go, and nobody is folded more often for it', () => {
    const { folds, longestMs } = foldsOf(inOrder, perSecond);
    expect(longestMs).toBe(shortestPatienceMs);
    expect(folds / customers.length).toBeLessThan(1.01);
  });

  it('is longer where they are told of again and again, up to a bound', () => {
    const { folds, longestMs } = foldsOf(mixed, perSecond);
    expect(longestMs).toBe(longestPatienceMs);
    expect(folds / customers.length).toBeLessThan(6);
  });

  it('is short again when they are told of once again', () => {
    let patience: number = longestPatienceMs;
    for (let time = 0; time < 3; time += 1) patience = nextPatience(patience, { settled: 1_000, again: 0 });
    expect(patience).toBe(shortestPatienceMs);
    expect(nextPatience(patience, { settled: 0, again: 0 })).toBe(shortestPatienceMs);
  });
});

describe('who was settled before', () => {
  it('is known, and hardly anybody is taken for somebody else', () => {
    const before = new SettledBefore();
    const first = ids(20_000);
    expect(before.note(first)).toBeLessThan(100);
    expect(before.note(first)).toBe(first.length);
    expect(before.note(ids(20_000))).toBeLessThan(200);
  });
});
