import { describe, expect, it } from 'vitest';
import { isHistory, momentsOfCase, type ReviewEvent, standingAfter } from './review-case.ts';

let count = 0;
const at = (hour: number) => new Date(Date.UTC(2026, 10, 2, hour));
const event = (kind: ReviewEvent['kind'], hour: number, more: Partial<ReviewEvent> = {}): ReviewEvent => ({
  id: String(++count).padStart(4, '0'),
  reviewId: 'r',
  kind,
  at: at(hour),
  actorId: 'u',
  actorName: 'Sara',
  words: null,
  value: null,
  takenBackAt: null,
  ...more,
});

describe('Where a review stands', () => {
  it('follows from what was done with it, in whatever order it is told', () => {
    const events = [
      event('assigned', 9, { value: 'sara', words: 'Sara' }),
      event('waiting', 10),
      event('resumed', 11),
      event('answered', 12, { words: 'Thank you', value: 'https://example.org/r/1' }),
    ];
    const standing = standingAfter(events);
    expect(standing).toMatchObject({
      status: 'answered',
      assigneeId: 'sara',
      reply: 'Thank you',
      replyUrl: 'https://example.org/r/1',
      answeredByName: 'Sara',
    });
    expect(standingAfter([...events].reverse())).toEqual(standing);
  });

  it('is what it was before, once the last thing is taken back', () => {
    const before = [event('assigned', 9, { value: 'sara', words: 'Sara' })];
    const answered = event('answered', 10, { words: 'Oh' });
    expect(standingAfter([...before, answered]).status).toBe('answered');
    expect(standingAfter([...before, { ...answered, takenBackAt: at(11) }])).toEqual(standingAfter(before));
  });

  it('says why no answer is needed only while that is so', () => {
    const dismissed = event('dismissed', 9, { value: 'spam' });
    expect(standingAfter([dismissed])).toMatchObject({ status: 'dismissed', reason: 'spam' });
    expect(standingAfter([dismissed, event('reopened', 10)])).toMatchObject({ status: 'new', reason: null });
  });
});

describe('What its clock hears', () => {
  it('begins when it reached us, pauses while we wait, and a note or an owner changes nothing', () => {
    const kinds = (events: ReviewEvent[]) =>
      momentsOfCase(at(8), events).map(({ kind, at: when }) => `${when.getUTCHours()} ${kind}`);
    expect(
      kinds([
        event('note', 9),
        event('assigned', 9),
        event('waiting', 10),
        event('resumed', 12),
        event('dismissed', 13),
      ]),
    ).toEqual(['8 opened', '10 paused', '12 resumed', '13 answered']);
    expect(kinds([event('answered', 9, { takenBackAt: at(10) })])).toEqual(['8 opened']);
  });

  it('does not run for what was written long before it reached us', () => {
    const received = new Date('2026-11-28T00:00:00Z');
    expect(isHistory(new Date('2026-09-01T00:00:00Z'), received)).toBe(true);
    expect(isHistory(new Date('2026-10-15T00:00:00Z'), received)).toBe(false);
  });
});
