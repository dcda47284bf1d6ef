import type { Vocabulary } from '#modules/house';
import { activityFormats } from './domain/formats/index.ts';
import { interactionBody } from './domain/read-interaction-signal.ts';
import { noteBody } from './domain/read-note-signal.ts';
import { taskBody } from './domain/read-task-signal.ts';

/** What activity understands: notes, tasks, calls and meetings. */
export const activityVocabulary: Vocabulary = {
  formats: activityFormats,
  bodies: { interaction: interactionBody, note: noteBody, task: taskBody },
};
