/** The activity feature: notes and tasks of a customer, and everybody's own tasks. */

export { ActivityFragment, tasksQuery } from './activity.documents.ts';
export { ActivityCard } from './activity-card.tsx';
export { NoteComposer } from './note-composer.tsx';
export { TaskList } from './task-list.tsx';
export { readTasksSearch, type TasksSearch, taskVariables } from './tasks-search.ts';
export { TodayTasks, TodayTasksFragment } from './today-tasks.tsx';
