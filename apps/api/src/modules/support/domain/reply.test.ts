import { describe, expect, it } from 'vitest';
import type { WritingWay } from '#modules/house';
import { waysToWrite, wayTrouble } from './reply.ts';

const way = (channel: string, more: Partial<WritingWay> = {}): WritingWay => ({
  channel,
  toAddress: '+40722000111',
  name: 'Our number',
  isTheirs: false,
  charactersAtMost: null,
  inSegments: false,
  openUntil: null,
  ...more,
});
const ana = 'ana@x.example';
const named = (ways: readonly WritingWay[]) => ways.map(({ channel }) => channel);

describe('Where an answer goes', () => {
  it.each([
    ['back the way they wrote', 'sms', 'talk:T1', ana, [way('sms', { isTheirs: true })], ['sms', 'email']],
    ['by mail when that is how they came', 'email', 'mail:M1', ana, [way('whatsapp')], ['email', 'whatsapp']],
    ['by mail when the other system’s way is none of ours', 'sms', 'ticket:7', ana, [], ['email']],
    ['to their telephone when we know no mailbox', 'email', 'ticket:7', null, [way('sms')], ['sms']],
    ['into their chat window', 'chat', 'chat:C1001', ana, [way('sms')], ['chat', 'email', 'sms']],
    ['nowhere when we know no address', null, 'ticket:7', null, [], []],
  ] as const)('%s', (_, channel, sourceKey, email, found, ways) => {
    expect(named(waysToWrite({ channel, sourceKey }, { email }, found))).toEqual(ways);
  });

  it('is refused where the words do not fit, or a day has passed', () => {
    const now = new Date('2026-03-02T09:00:00Z');
    expect(wayTrouble(way('sms', { charactersAtMost: 10 }), 'x'.repeat(10), now)).toBeNull();
    expect(wayTrouble(way('sms', { charactersAtMost: 10 }), 'x'.repeat(11), now)).toBe('TOO_LONG');
    expect(wayTrouble(way('whatsapp', { openUntil: now }), 'Hello', now)).toBe('WINDOW_CLOSED');
    expect(wayTrouble(way('whatsapp', { openUntil: new Date(now.getTime() + 1) }), 'Hello', now)).toBeNull();
  });
});
