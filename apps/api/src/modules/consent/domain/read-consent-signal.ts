import { z } from 'zod';
import { instant, maybeWord, word } from '#modules/house';

/** What proves that somebody agreed: any one of these makes a grant count against an earlier withdrawal. */
export const consentEvidence = z.strictObject({
  optInAt: instant.optional(),
  optInAddress: maybeWord(100),
  confirmedAt: instant.optional(),
  confirmedAddress: maybeWord(100),
  /** Form, page, call or paper on which it was said. */
  place: maybeWord(500),
  /** Why somebody left, for withdrawals. */
  reason: maybeWord(500),
  /** Who of us was told. */
  heardBy: maybeWord(200),
});
export type ConsentEvidence = z.output<typeof consentEvidence>;

/** What a source says of consent; when it was given or withdrawn is `Signal.at`. */
export const consentBody = z.strictObject({
  /** What for: `marketing`, `newsletter`, `research` … */
  purpose: word(60).default('marketing'),
  /** `email`, `sms`, `phone`, `post`, `chat` or `any`. */
  channel: word(40).default('email'),
  state: z.enum(['granted', 'withdrawn']),
  /** The text that the person agreed to. */
  wording: maybeWord(2000),
  evidence: consentEvidence.optional(),
});
export type ConsentBody = z.output<typeof consentBody>;
