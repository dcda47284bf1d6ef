/** The activity feature: notes and tasks of a customer. */

export { ActivityFragment } from './activity.documents.ts';
export { ActivityCard } from './activity-card.tsx';
export { NoteComposer } from './note-composer.tsx';
export { TodayTasks, TodayTasksFragment } from './today-tasks.tsx';
