import { describe, expect, it } from 'vitest';
import type { Change } from './domain/change.ts';
import { keepChanges } from './kept-changes.ts';

const at = (id: number) => ({ xid: '9', id });
const change = (id: number): Change => ({ customerId: `c${id}`, kinds: ['note'], position: at(id) });
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => change(from + i));

describe('the youngest changes of the feed', () => {
  it('are told from any place among them, and from where they begin', () => {
    const kept = keepChanges(at(10), 100);
    kept.keep(range(11, 14));
    kept.keep(range(15, 20));
    expect(kept.after(at(10))).toEqual(range(11, 20));
    expect(kept.after(at(14))).toEqual(range(15, 20));
    expect(kept.after(at(20))).toEqual([]);
    expect(kept.after(at(9))).toBeUndefined();
  });

  it('never have a hole where the oldest were given up', () => {
    const kept = keepChanges(at(0), 10);
    for (let id = 1; id <= 1_000; id += 1) {
      kept.keep([change(id)]);
      const from = kept.from().id;
      expect(id - from).toBeGreaterThanOrEqual(Math.min(id, 10));
      expect(id - from).toBeLessThan(20);
      expect(kept.after(kept.from())).toEqual(range(from + 1, id));
    }
  });

  it('take older ones in before them', () => {
    const kept = keepChanges(at(10), 100);
    kept.keep(range(11, 12));
    kept.keepOlder(range(6, 10), at(5));
    expect(kept.after(at(5))).toEqual(range(6, 12));
    expect(kept.after(at(4))).toBeUndefined();
  });
});
