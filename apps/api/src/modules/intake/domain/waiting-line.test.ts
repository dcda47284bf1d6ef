import { describe, expect, it } from 'vitest';
import { type Waiting, WaitingLine } from './waiting-line.ts';

const bounds = { setWeight: 4, waitingWeight: 10, sets: 2 };
const line = () => new WaitingLine<Waiting & { n: number }>(bounds);
const one = (sourceId: string, n: number, weight = 1) => ({ sourceId, n, weight });
const numbers = (set: { n: number }[] | undefined) => set?.map(({ n }) => n);

describe('the line at the front door', () => {
  it('lets what waits for one source go in together, in its order, up to a bound', () => {
    const waiting = line();
    for (let n = 0; n < 6; n += 1) waiting.join(one('desk', n));
    expect(numbers(waiting.next())).toEqual([0, 1, 2, 3]);
    waiting.done('desk');
    expect(numbers(waiting.next())).toEqual([4, 5]);
  });

  it('lets a source wait for its own set, so that its order is kept', () => {
    const waiting = line();
    waiting.join(one('desk', 0));
    expect(numbers(waiting.next())).toEqual([0]);
    waiting.join(one('desk', 1));
    expect(waiting.next()).toBeUndefined();
    waiting.done('desk');
    expect(numbers(waiting.next())).toEqual([1]);
  });

  it('gives each source its turn, however much another one tells', () => {
    const waiting = new WaitingLine<Waiting & { n: number }>({ ...bounds, sets: 1 });
    for (let n = 0; n < 8; n += 1) waiting.join(one('loud', n));
    waiting.join(one('quiet', 100));
    const turns: number[][] = [];
    for (let set = waiting.next(); set; set = waiting.next()) {
      turns.push(set.map(({ n }) => n));
      waiting.done(set[0]!.sourceId);
    }
    expect(turns).toEqual([[0, 1, 2, 3], [100], [4, 5, 6, 7]]);
  });

  it('has so many sets under way and no more', () => {
    const waiting = line();
    for (const source of ['a', 'b', 'c']) waiting.join(one(source, 0));
    expect([waiting.next(), waiting.next()].map((set) => set?.[0]?.sourceId)).toEqual(['a', 'b']);
    expect(waiting.next()).toBeUndefined();
    waiting.done('a');
    expect(waiting.next()?.[0]?.sourceId).toBe('c');
  });

  it('lets what is heavier than a set go alone', () => {
    const waiting = line();
    waiting.join(one('desk', 0));
    waiting.join(one('desk', 1, 9));
    expect(numbers(waiting.next())).toEqual([0]);
    waiting.done('desk');
    expect(numbers(waiting.next())).toEqual([1]);
  });

  it('sends away who comes when it is full, and never who comes when nobody waits', () => {
    const waiting = line();
    expect(waiting.join(one('desk', 0, 50))).toBe(true);
    expect(waiting.join(one('desk', 1))).toBe(false);
    expect(waiting.join(one('other', 2))).toBe(false);
    waiting.next();
    expect(waiting.join(one('desk', 3))).toBe(true);
  });
});
