import { describe, expect, it } from 'vitest';
import { type ReplyWay, wayOf } from './reply-way.tsx';

const way = (channel: string, more: Partial<ReplyWay> = {}): ReplyWay => ({
  channel,
  toAddress: channel,
  name: '',
  charactersAtMost: null,
  inSegments: false,
  openUntil: null,
  takesFiles: false,
  ...more,
});
const now = Date.parse('2026-03-04T09:00:00Z');
const ticket = (replyWays: ReplyWay[], channel: string, because: 'TOLD' | 'LEARNED' = 'TOLD') =>
  ({
    replyWays,
    customer: {
      id: 'c',
      displayName: 'Ana',
      profile: { timeZone: null },
      preferredChannel: { channel, because },
    },
  }) as unknown as Parameters<typeof wayOf>[0];

describe('the way a reply goes', () => {
  const ways = [way('email'), way('sms'), way('whatsapp', { openUntil: '2026-03-04T08:00:00Z' })];
  it.each([
    ['is the one they told us to prefer', ticket(ways, 'sms'), undefined, 'sms'],
    ['is the one the writer chose, whatever they prefer', ticket(ways, 'sms'), 'email', 'email'],
    ['stays where they wrote while we only think so', ticket(ways, 'sms', 'LEARNED'), undefined, 'email'],
    ['is not one that is shut', ticket(ways, 'whatsapp'), undefined, 'email'],
    ['is the chat window they wait in', ticket([way('chat'), ...ways], 'sms'), undefined, 'chat'],
    ['is the first where theirs does not lead to them', ticket(ways, 'messenger'), undefined, 'email'],
  ] as const)('%s', (_, one, via, channel) => {
    expect(wayOf(one, via, now)?.channel).toBe(channel);
  });
});
