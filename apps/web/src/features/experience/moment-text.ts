import type { useFormat } from '#lib/intl/format.ts';
import type { MessageId, Say } from '#lib/intl/words.ts';
import type { Lived, Moment } from './experience.fragment.ts';

const kinds: Record<string, MessageId> = {
  answered: 'experience.answered',
  'bot-answered': 'experience.botAnswered',
  closed: 'experience.closed',
  rated: 'experience.rated',
  asked: 'experience.asked',
  talked: 'experience.talked',
  listening: 'experience.listening',
  'hung-up': 'experience.hungUp',
  bought: 'experience.bought',
  returned: 'experience.returned',
  cancelled: 'experience.cancelled',
  attended: 'experience.attended',
  'form-submitted': 'experience.formSent',
  unsubscribed: 'experience.unsubscribed',
  reviewed: 'experience.reviewed',
  recommended: 'experience.recommended',
};
const signals: Record<string, MessageId> = {
  survey: 'experience.survey',
  resolution: 'experience.resolution',
  expectation: 'experience.expectation',
  sentiment: 'experience.sentiment',
  wait: 'experience.wait',
  effort: 'experience.effort',
};

/** What a moment was, in a word or two; a word of a source that we do not know stands as it came. */
export const kindText = (kind: string, say: Say): string => (kinds[kind] ? say(kinds[kind]) : kind);

/** What an interaction was to somebody. */
export const outcomeWords = {
  MEMORABLE_POSITIVE: 'experience.memorablePositive',
  POSITIVE: 'experience.positive',
  IRRELEVANT: 'experience.irrelevant',
  NEGATIVE: 'experience.negative',
  MEMORABLE_NEGATIVE: 'experience.memorableNegative',
  UNKNOWN: 'experience.unknown',
} as const satisfies Record<Lived['outcome'], MessageId>;

/** The colour that repeats the word. */
export const outcomeTones = {
  MEMORABLE_POSITIVE: 'good',
  POSITIVE: 'good',
  IRRELEVANT: 'warn',
  NEGATIVE: 'bad',
  MEMORABLE_NEGATIVE: 'bad',
  UNKNOWN: 'plain',
} as const;

/** Minutes as people say them. */
export function minutesText(minutes: number, say: Say, number: (value: number) => string): string {
  if (minutes >= 2_880) return say('experience.days', { count: Math.round(minutes / 1_440) });
  if (minutes >= 120) return say('experience.hours', { count: Math.round(minutes / 60) });
  return say('experience.minutes', {
    count: minutes,
    shown: number(minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes)),
  });
}

/** What says how a moment was: each signal with what it adds, and the wait in words. */
export function becauseText(
  { signals: parts, waited, usualWait }: Moment,
  say: Say,
  { signed, number }: Pick<ReturnType<typeof useFormat>, 'signed' | 'number'>,
): string {
  const said = parts.map(
    ({ signal, value }) => `${signals[signal] ? say(signals[signal]) : signal} ${signed(value)}`,
  );
  if (waited !== null)
    said.push(
      usualWait === null
        ? say('experience.waited', { minutes: minutesText(waited, say, number) })
        : say('experience.waitedUsual', {
            minutes: minutesText(waited, say, number),
            usual: minutesText(usualWait, say, number),
          }),
    );
  return said.join(' · ');
}
