import type { Vocabulary } from '#modules/house';
import { contentFormats } from './domain/formats/index.ts';
import { contentBody, contentUseBody } from './domain/read-content-signal.ts';

/** What content understands: pieces, and that they were given. */
export const contentVocabulary: Vocabulary = {
  formats: contentFormats,
  bodies: { content: contentBody, 'content-use': contentUseBody },
};
