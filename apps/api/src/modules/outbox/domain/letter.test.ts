import { describe, expect, it } from 'vitest';
import { afterReceipt, afterTry, type Carried, type Letter, mayTakeBack, revived } from './letter.ts';

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
  html: null,
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
  deliveredAt: null,
  readAt: null,
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

describe('a letter of which the other side tells', () => {
  const at = (minute: number) => new Date(now.getTime() + minute * 60_000);
  const told = (
    state: 'sent' | 'delivered' | 'read' | 'failed',
    minute: number,
    reason: string | null = null,
  ) => ({
    state,
    at: at(minute),
    externalId: 'SM1',
    reason,
  });
  const sent: Letter = { ...letter, state: 'sent', sentAt: now, externalId: 'SM1' };

  it('has arrived and was read, in whatever order that is told', () => {
    const whole = { state: 'sent', deliveredAt: at(2), readAt: at(5) };
    expect(afterReceipt(afterReceipt(sent, told('delivered', 2)), told('read', 5))).toMatchObject(whole);
    expect(afterReceipt(afterReceipt(sent, told('read', 5)), told('delivered', 2))).toMatchObject({
      state: 'sent',
      deliveredAt: at(5),
      readAt: at(5),
    });
  });

  it('is sent when the receipt is faster than our own note of it', () => {
    expect(afterReceipt(letter, told('delivered', 1))).toMatchObject({
      state: 'sent',
      sentAt: at(1),
      deliveredAt: at(1),
      externalId: 'SM1',
      leasedUntil: null,
    });
  });

  it('lies dead with the reason when it did not arrive, unless it had', () => {
    expect(afterReceipt(sent, told('failed', 1, 'Twilio 30005'))).toMatchObject({
      state: 'failed',
      trouble: 'Twilio 30005',
    });
    const arrived = afterReceipt(sent, told('delivered', 1));
    expect(afterReceipt(arrived, told('failed', 2))).toBe(arrived);
  });

  it('that was taken back stays so', () => {
    const back: Letter = { ...letter, state: 'taken-back' };
    expect(afterReceipt(back, told('delivered', 1))).toBe(back);
  });

  it('is sent again as if it had just been let go', () => {
    const dead: Letter = { ...sent, state: 'failed', trouble: 'Twilio 30003', attempts: 8 };
    expect(revived(dead, at(9))).toMatchObject({
      state: 'queued',
      attempts: 0,
      dueAt: at(9),
      externalId: null,
    });
  });
});
