import { describe, expect, it } from 'vitest';
import { afterTry, type Carried, type Letter, mayTakeBack } from './letter.ts';

const letter: Letter = {
  id: 'l',
  channel: 'email',
  purpose: 'reply',
  subjectType: 'Message',
  subjectId: 'm',
  customerId: null,
  sourceRecordId: null,
  toAddress: 'ana@example.org',
  toName: null,
  subject: 'Re: Late',
  body: 'Sorry',
  language: null,
  threadKey: 't',
  answersExternalId: null,
  unsubscribeUrl: null,
  authorId: null,
  authorName: null,
  createdAt: new Date(0),
  state: 'sending',
  dueAt: new Date(0),
  attempts: 1,
  leasedUntil: new Date(9),
  trouble: null,
  sentAt: null,
  externalId: null,
};
const now = new Date('2026-01-01T00:00:00Z');
const later: Carried = { outcome: 'later', reason: 'The server is busy.' };

describe('a letter after somebody tried to carry it', () => {
  it('is sent, and known by the name the other side gave it', () => {
    expect(afterTry(letter, { outcome: 'sent', externalId: '<1@x>' }, now)).toMatchObject({
      state: 'sent',
      sentAt: now,
      externalId: '<1@x>',
      leasedUntil: null,
    });
  });

  it.each([
    [1, '2026-01-01T00:01:00.000Z'],
    [2, '2026-01-01T00:02:00.000Z'],
    [5, '2026-01-01T00:16:00.000Z'],
  ])('is tried again after passing trouble, later each time: try %i', (attempts, due) => {
    const after = afterTry({ ...letter, attempts }, later, now);
    expect([after.state, after.dueAt.toISOString()]).toEqual(['queued', due]);
  });

  it('is given up after eight tries, or at once when it can never arrive', () => {
    expect(afterTry({ ...letter, attempts: 8 }, later, now).state).toBe('failed');
    expect(afterTry(letter, { outcome: 'failed', reason: 'No such address.' }, now)).toMatchObject({
      state: 'failed',
      trouble: 'No such address.',
    });
  });

  it('waits as long as the other side asks', () => {
    const after = new Date('2026-01-02T00:00:00Z');
    expect(afterTry(letter, { ...later, after }, now).dueAt).toBe(after);
  });

  it('can be taken back until somebody carries it', () => {
    const states = ['held', 'queued', 'sending', 'sent', 'failed', 'taken-back'] as const;
    expect(states.filter((state) => mayTakeBack({ state }))).toEqual(['held', 'queued']);
  });
});
