import { accessVocabulary } from '../modules/access/vocabulary.ts';
import { activityVocabulary } from '../modules/activity/vocabulary.ts';
import { consentVocabulary } from '../modules/consent/vocabulary.ts';
import { contentVocabulary } from '../modules/content/vocabulary.ts';
import type { Vocabulary } from '../modules/house/vocabulary.ts';
import { identityVocabulary } from '../modules/identity/vocabulary.ts';
import { marketingVocabulary } from '../modules/marketing/vocabulary.ts';
import { obstaclesVocabulary } from '../modules/obstacles/vocabulary.ts';
import { promisesVocabulary } from '../modules/promises/vocabulary.ts';
import { salesVocabulary } from '../modules/sales/vocabulary.ts';
import { supportVocabulary } from '../modules/support/vocabulary.ts';
import { voiceVocabulary } from '../modules/voice/vocabulary.ts';

/** What all subjects understand of what others write, without the subjects: light enough to be loaded by a thread. A law holds it equal to `modules`. */
export const vocabularies: readonly Vocabulary[] = [
  accessVocabulary,
  activityVocabulary,
  consentVocabulary,
  contentVocabulary,
  identityVocabulary,
  marketingVocabulary,
  obstaclesVocabulary,
  promisesVocabulary,
  salesVocabulary,
  supportVocabulary,
  voiceVocabulary,
];
