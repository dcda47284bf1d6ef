import { z } from 'zod';
import { maybeWord, word } from '#modules/house';

/** What can happen between a person and marketing. */
export const touchKinds = [
  'sent',
  'opened',
  'clicked',
  'bounced',
  'unsubscribed',
  'form-submitted',
  'visited',
  'attended',
  'called',
] as const;
export type TouchKind = (typeof touchKinds)[number];

/** What a source says of a touch; when it happened is `Signal.at`. An `unsubscribed` comes with a consent signal of its own. */
export const touchBody = z.strictObject({
  kind: z.enum(touchKinds),
  /** `email`, `sms`, `web`, `event`, `ads`, `social` … */
  channel: word(40).default('email'),
  /** Subject key of the campaign in the same source; it need not have arrived yet. */
  campaignKey: maybeWord(300),
  /** Name of the campaign, where the source gives no other word of it. */
  campaignName: maybeWord(300),
  /** The link clicked, page visited or form sent. */
  url: maybeWord(2000),
  /** Name of the form, page or event. */
  title: maybeWord(300),
  /** What came of it, in the source's word: `yes`, `no`, `call back` … */
  outcome: maybeWord(60),
  /** How often we tried within the campaign, this time included. */
  attempts: z.int().min(1).max(100_000).optional(),
});
export type TouchBody = z.output<typeof touchBody>;
