import type { Vocabulary } from '#modules/house';
import { csvEventLog } from './domain/formats/csv-event-log.ts';
import { caseEventBody } from './domain/read-case-event-signal.ts';

/** What obstacles understand: the steps of cases. */
export const obstaclesVocabulary: Vocabulary = {
  formats: [csvEventLog],
  bodies: { 'case-event': caseEventBody },
};
