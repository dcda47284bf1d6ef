import { describe, expect, it } from 'vitest';
import { cutText, readEntries } from './timeline-entry.ts';

describe('a line of the timeline', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['a little too long', 10, 'a little…'],
    ['🙂🙂🙂🙂', 4, '🙂🙂🙂🙂'],
    ['🙂🙂🙂🙂🙂', 4, '🙂🙂🙂…'],
    ['two\n lines', 20, 'two lines'],
  ])('shows %j in %i characters as %j', (text, max, line) => {
    expect(cutText(text, max)).toBe(line);
    expect([...cutText(text, max)].length).toBeLessThanOrEqual(max);
  });

  it('is told once, in its last wording', () => {
    const entry = {
      entryKey: 'ticket-opened:1',
      customerId: 'c',
      sourceRecordId: 'r',
      at: new Date(0),
      department: 'support' as const,
      kind: 'ticket-opened',
    };
    const read = readEntries(
      [
        { ...entry, title: 'first' },
        { ...entry, title: 'x'.repeat(300) },
      ],
      () => 'id',
    );
    expect(read).toHaveLength(1);
    expect(read[0]?.title).toHaveLength(200);
  });
});
