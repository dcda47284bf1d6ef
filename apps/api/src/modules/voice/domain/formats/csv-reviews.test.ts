import { describe, expect, it } from 'vitest';
import { csvReviews } from './csv-answers.ts';
import { csvHeardOf } from './csv-heard-of.ts';

const options = {
  fileTime: '2026-11-28T00:00:00Z',
  dateOrder: 'dmy',
  decimal: '.',
  timeZone: 'UTC',
} as const;
const read = (format: typeof csvReviews, cells: Record<string, string>) => {
  const header = { columns: Object.keys(cells), name: 'file.csv' } as unknown as Parameters<
    typeof format.recognise
  >[0];
  return {
    sure: format.recognise(header),
    row: format.read({ cells, number: 2 } as never, options as never, header),
  };
};

describe('Reviews that somebody gathered', () => {
  it('are read without a mailbox: the name stays with the review, on its own scale, with what was answered', () => {
    const { sure, row } = read(csvReviews, {
      'Review ID': '7',
      Rating: '8',
      'Out of': '10',
      Author: 'A neighbour',
      Text: 'Loud',
      Reply: 'Sorry',
    });
    expect(sure).toBeGreaterThan(0);
    const [signal] = 'signals' in row ? row.signals : [];
    expect(signal?.person).toBeUndefined();
    expect(signal?.body).toMatchObject({
      rating: 8,
      ratingOutOf: 10,
      authorName: 'A neighbour',
      reply: 'Sorry',
    });
  });
});

describe('How people heard of us, as a form exports it', () => {
  it('names who recommended us by their mailbox, and keeps a bare name as words', () => {
    const form = { Email: 'ada@example.org', 'How did you hear about us': 'From a friend' };
    const by = read(csvHeardOf, { ...form, 'Referred by email': 'boris@example.org' });
    expect(by.sure).toBeGreaterThan(0);
    const [named] = 'signals' in by.row ? by.row.signals : [];
    expect(named).toMatchObject({
      others: [{ emails: ['boris@example.org'] }],
      body: { way: 'recommendation' },
    });
    const bare = read(csvHeardOf, { ...form, 'Referred by': 'Boris' });
    const [words] = 'signals' in bare.row ? bare.row.signals : [];
    expect(words?.others).toBeUndefined();
    expect(words?.body).toMatchObject({ way: 'recommendation', words: 'From a friend (Boris)' });
  });
});
