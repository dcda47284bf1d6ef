import { z } from 'zod';
import { instant, maybeWord, word } from '#modules/house';

/** What a source says of a campaign. */
export const campaignBody = z.strictObject({
  name: word(300),
  /** `email`, `sms`, `event`, `ads`, `social`, `web` … */
  channel: word(40).default('email'),
  /** Subject line of a mail. */
  subject: maybeWord(500),
  sentAt: instant.optional(),
});
export type CampaignBody = z.output<typeof campaignBody>;
