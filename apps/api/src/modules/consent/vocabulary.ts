import type { Vocabulary } from '#modules/house';
import { consentBody } from './domain/read-consent-signal.ts';

/** What consent understands: agreements and withdrawals. */
export const consentVocabulary: Vocabulary = {
  bodies: { consent: consentBody },
};
