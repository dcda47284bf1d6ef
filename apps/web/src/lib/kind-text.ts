import type { MessageId, Say } from './intl/words.ts';

const known = [
  'ticket-opened',
  'ticket-reopened',
  'ticket-solved',
  'ticket-rated',
  'message-received',
  'reply-sent',
  'bot-replied',
  'deal-opened',
  'deal-reopened',
  'deal-moved',
  'deal-won',
  'deal-lost',
  'order-placed',
  'order-returned',
  'order-cancelled',
  'note-added',
  'task-done',
  'content-given',
  'content-opened',
  'answer-given',
  'review-written',
  'review-answered',
  'mentioned-us',
  'referral-made',
  'heard-of-us',
  'promise-made',
  'promise-kept',
  'promise-late',
  'promise-withdrawn',
  'interaction-phone',
  'interaction-call',
  'interaction-email',
  'interaction-meeting',
  'interaction-chat',
  'interaction-sms',
  'interaction-social',
  'touch-sent',
  'touch-opened',
  'touch-clicked',
  'touch-bounced',
  'touch-unsubscribed',
  'touch-form-submitted',
  'touch-visited',
  'touch-attended',
  'touch-called',
  'consent-granted',
  'consent-withdrawn',
] as const;

/** A kind of happening in the reader's language; one that only a source knows, as the source writes it. */
export function kindText(kind: string, say: Say): string {
  const found = known.find((each) => each === kind);
  if (found) return say(`timeline.kind.${found}` satisfies MessageId);
  const words = kind
    .replace(/^(interaction|touch)-/, '')
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** The sentence of a happening: the server's own begins with what happened, which is said in the reader's language here. */
export function titleText({ kind, title }: { kind: string; title: string }, say: Say): string {
  const at = title.indexOf(': ');
  if (at < 0 || !known.some((each) => each === kind)) return title;
  return say('timeline.titled', { kind: kindText(kind, say), title: title.slice(at + 2) });
}
