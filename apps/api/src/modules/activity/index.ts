/** Activity: notes, tasks, and the calls and meetings that people log. */
import type { Manifest } from '#modules/house';
import { activityReadings } from './data/activity-reading.ts';
import { InteractionEntity } from './data/interaction.entity.ts';
import { interactionsById } from './data/interactions.ts';
import { livedInteractions } from './data/lived-interactions.ts';
import { NoteEntity } from './data/note.entity.ts';
import { notesById } from './data/notes.ts';
import { TaskEntity } from './data/task.entity.ts';
import { tasksById } from './data/tasks.ts';
import { activityFormats } from './domain/formats/index.ts';
import { mayReadNote, type Note } from './domain/note.ts';
import { CustomerActivityResolver } from './graph/customer-activity.resolver.ts';
import { NoteResolver } from './graph/note.resolver.ts';
import { TaskResolver } from './graph/task.resolver.ts';
import { TaskCustomerResolver, TodayTasksResolver } from './graph/today-tasks.resolver.ts';
import { interactionSignal } from './record-interaction.ts';
import { noteSignal } from './record-note.ts';
import { taskSignal } from './record-task.ts';

export { interactionByKey } from './data/interactions.ts';
export { type InteractionBody, interactionBody } from './domain/read-interaction-signal.ts';
export { type NoteBody, noteBody } from './domain/read-note-signal.ts';
export { type TaskBody, taskBody } from './domain/read-task-signal.ts';

export const activity: Manifest = {
  name: 'activity',
  entities: [NoteEntity, TaskEntity, InteractionEntity],
  resolvers: [CustomerActivityResolver, NoteResolver, TaskResolver, TaskCustomerResolver, TodayTasksResolver],
  nodes: [
    {
      typeName: 'Note',
      batch: notesById,
      mayRead: (note: Note, { id, department }) => mayReadNote(note, { userId: id, department }),
    },
    { typeName: 'Task', batch: tasksById },
    { typeName: 'Interaction', batch: interactionsById },
  ],
  signals: [noteSignal, taskSignal, interactionSignal],
  formats: activityFormats,
  readings: activityReadings,
  follows: ['note', 'task', 'interaction'],
  ownWords: ['note', 'task'],
  lived: livedInteractions,
};
