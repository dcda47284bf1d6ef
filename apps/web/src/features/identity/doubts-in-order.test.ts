import { describe, expect, it } from 'vitest';
import { doubtsInOrder } from './doubts-in-order.ts';

const about = (customer: string, candidate: string) => ({
  customer: { id: customer },
  candidate: { id: candidate },
});

describe('Cases that wait', () => {
  it('stand together when they are about the same people, where the first of them stands', () => {
    const [cecile, boris, again, further, last] = [
      about('cécile-1', 'cécile-2'),
      about('boris-1', 'boris-2'),
      about('cécile-3', 'cécile-1'),
      about('cécile-3', 'cécile-4'),
      about('ada-1', 'ada-2'),
    ];
    expect(doubtsInOrder([cecile, boris, again, further, last])).toEqual([
      { doubt: cecile, at: 1, of: 3 },
      { doubt: again, at: 2, of: 3 },
      { doubt: further, at: 3, of: 3 },
      { doubt: boris, at: 1, of: 1 },
      { doubt: last, at: 1, of: 1 },
    ]);
  });

  it('are all there, each once', () => {
    const cases = Array.from({ length: 60 }, (_, n) => about(`a${(n * 7) % 40}`, `b${(n * 3) % 50}`));
    const ordered = doubtsInOrder(cases);
    expect(new Set(ordered.map(({ doubt }) => doubt))).toEqual(new Set(cases));
    expect(ordered).toHaveLength(60);
  });
});
