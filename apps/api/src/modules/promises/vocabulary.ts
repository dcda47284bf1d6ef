import type { Vocabulary } from '#modules/house';
import { csvPromises } from './domain/formats/csv-promises.ts';
import { promiseBody } from './domain/read-promise-signal.ts';

/** What promises understand: what one of us promised. */
export const promisesVocabulary: Vocabulary = {
  formats: [csvPromises],
  bodies: { promise: promiseBody },
};
