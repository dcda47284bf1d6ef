/** Activity: notes, tasks, and the calls and meetings that people log. */
export { type InteractionBody, interactionBody } from './domain/read-interaction-signal.ts';
export { type NoteBody, noteBody } from './domain/read-note-signal.ts';
export { type TaskBody, taskBody } from './domain/read-task-signal.ts';
