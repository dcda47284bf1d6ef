import type { MessageId, Say } from '#lib/intl/words.ts';

/** The names of what can be promised. */
export const kindWords = {
  REPLY: 'promises.kind.reply',
  CALL_BACK: 'promises.kind.callBack',
  RESOLUTION: 'promises.kind.resolution',
  DELIVERY: 'promises.kind.delivery',
  REFUND: 'promises.kind.refund',
  OTHER: 'promises.kind.other',
} as const satisfies Record<string, MessageId>;

/** What can be promised, as the graph names it. */
export type PromiseKind = keyof typeof kindWords;

/** Where promises stand, in words and colours. */
export const standings = {
  OPEN: { word: 'promises.open', tone: 'plain' },
  KEPT: { word: 'promises.kept', tone: 'good' },
  LATE: { word: 'promises.late', tone: 'bad' },
  BROKEN: { word: 'promises.broken', tone: 'bad' },
  WITHDRAWN: { word: 'promises.withdrawn', tone: 'plain' },
} as const satisfies Record<string, { word: MessageId; tone: 'plain' | 'good' | 'bad' }>;

/** Where a promise stands, as the graph names it. */
export type Standing = keyof typeof standings;

const known = ['chat', 'email', 'phone', 'web', 'other'] as const;

/** A channel in the reader's language; one that only a source knows, as the source writes it. */
export function channelText(channel: string | null, say: Say): string {
  const found = known.find((each) => each === channel);
  return found ? say(`promises.channel.${found}` satisfies MessageId) : (channel ?? say('ui.unknown'));
}

/** A time in words: "30 seconds", "4 hours", "2 days". */
export function spanText(minutes: number, say: Say): string {
  if (minutes < 1) return say('promises.seconds', { count: Math.round(minutes * 60) });
  if (minutes < 60) return say('promises.minutes', { count: Math.round(minutes) });
  if (minutes < 1440) return say('promises.hours', { count: Math.round((minutes / 60) * 10) / 10 });
  return say('promises.days', { count: Math.round((minutes / 1440) * 10) / 10 });
}

/** The clocks of service levels, in words. */
export const levels = {
  'first-reply': 'promises.level.firstReply',
  'next-reply': 'promises.level.nextReply',
  resolution: 'promises.level.resolution',
} as const satisfies Record<string, MessageId>;

/** The clock of a service level that a promise is; `null` for what a person promised. */
export const levelOf = (word: string | null): keyof typeof levels | null =>
  word !== null && Object.hasOwn(levels, word) ? (word as keyof typeof levels) : null;
