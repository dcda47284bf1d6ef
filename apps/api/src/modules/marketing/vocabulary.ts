import type { Vocabulary } from '#modules/house';
import { marketingFormats } from './domain/formats/index.ts';
import { campaignBody } from './domain/read-campaign-signal.ts';
import { touchBody } from './domain/read-touch-signal.ts';

/** What marketing understands: campaigns and what came of them. */
export const marketingVocabulary: Vocabulary = {
  formats: marketingFormats,
  bodies: { campaign: campaignBody, touch: touchBody },
};
