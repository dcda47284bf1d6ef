import type { Vocabulary } from '#modules/house';
import { identityFormats } from './domain/formats/index.ts';
import { nothing } from './domain/nothing.ts';

/** What identity understands: people, companies, and that two were one. */
export const identityVocabulary: Vocabulary = {
  formats: identityFormats,
  bodies: { person: nothing, company: nothing, merge: nothing },
};
