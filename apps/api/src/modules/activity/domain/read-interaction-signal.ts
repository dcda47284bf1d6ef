import { z } from 'zod';
import { departmentWord, maybeWord, word } from '#modules/house';

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
});
export type InteractionBody = z.output<typeof interactionBody>;
