import { z } from 'zod';
import { departmentWord, maybeWord, word } from '#modules/house';

/** A stretch of a call or visit as call analytics measured it, or as the customer answered about it. */
export const spokenMoment = z.strictObject({
  minutes: z.number().min(0).max(525_600),
  /** Measured by the source, −1…+1. */
  sentiment: z.number().min(-1).max(1).optional(),
  /** 1…5, asked about this stretch. */
  satisfaction: z.number().min(1).max(5).optional(),
  /** What it was about, in a word or two: `hung-up`, `listening`. */
  kind: maybeWord(60),
});
export type SpokenMoment = z.output<typeof spokenMoment>;

/** What a source says of a call, meeting or mail that somebody logged; when it began is `Signal.at`. */
export const interactionBody = z.strictObject({
  /** `phone`, `meeting`, `email`, `chat`, `sms`, `social`, `visit` … */
  channel: word(40),
  direction: z.enum(['inbound', 'outbound']).optional(),
  department: departmentWord.default('sales'),
  subject: maybeWord(500),
  /** Plain text. */
  text: maybeWord(100_000),
  durationSeconds: z.number().int().min(0).max(31_536_000).optional(),
  /** What came of it, in the source's words. */
  outcome: maybeWord(200),
  agentName: maybeWord(200),
  /** How it went, stretch by stretch in the order of time, where the source measures that. */
  moments: z.array(spokenMoment).max(200).optional(),
});
export type InteractionBody = z.output<typeof interactionBody>;
