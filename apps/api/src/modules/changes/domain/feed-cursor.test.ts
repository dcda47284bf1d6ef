import { describe, expect, it } from 'vitest';
import { comparePositions } from './change.ts';
import { feedRemembersSeconds, readFeedCursor, writeFeedCursor } from './feed-cursor.ts';

const now = Date.UTC(2026, 10, 21);

describe('the cursor of the feed', () => {
  it('comes back as the place that was written, also beyond 2^53', () => {
    const position = { xid: '18446744073709551610', id: 7 };
    expect(readFeedCursor(writeFeedCursor(position, now), now)).toEqual(position);
  });

  it('sends a page that was away for longer than the feed remembers to read everything afresh', () => {
    const cursor = writeFeedCursor({ xid: '5', id: 1 }, now - feedRemembersSeconds * 1000 - 1);
    expect(readFeedCursor(cursor, now)).toBe('too-old');
  });

  it('stands as text where it stands in the feed: a page can tell which of two reads is older', () => {
    const places = [
      { xid: '9', id: 5 },
      { xid: '10', id: 1 },
      { xid: '10', id: 300 },
      { xid: '300', id: 2 },
      { xid: '18446744073709551610', id: 1 },
    ].map((position) => writeFeedCursor(position, now));
    expect([...places].sort()).toEqual(places);
  });

  it.each([
    '',
    'x',
    'g'.repeat(42),
    '0'.repeat(41),
    'f'.repeat(42),
    Buffer.from('[1,2,3]').toString('base64url'),
    Buffer.from('["1; DROP",2,3]').toString('base64url'),
  ])('is refused when nobody here wrote it: %s', (cursor) =>
    expect(readFeedCursor(cursor, now)).toBe('foreign'),
  );

  it('orders places by transaction first, as numbers and not as text', () => {
    expect(comparePositions({ xid: '9', id: 5 }, { xid: '10', id: 1 })).toBeLessThan(0);
    expect(comparePositions({ xid: '10', id: 2 }, { xid: '10', id: 1 })).toBeGreaterThan(0);
  });
});
