import { newest } from '#kernel/newest';
import { type Over, type Telling, word } from '#modules/house';
import type { Hung } from '#modules/sources';
import type { TaskBody } from './read-task-signal.ts';

/** The words of a task. */
export const taskTitle = word(500);

/** What a source and we both speak of, where a task of another system is changed here. */
export const sharedFields = ['title', 'detail', 'dueOn', 'doneAt', 'assigneeName'] as const;
export type SharedField = (typeof sharedFields)[number];

/** Something one of us is to do for a customer. */
export interface Task extends Hung {
  title: string;
  detail: string | null;
  dueOn: string | null;
  doneAt: Date | null;
  assigneeName: string | null;
  assigneeId: string | null;
  createdAt: Date;
  observedAt: Date;
  /** Removed tasks wait here to be restored. */
  removedAt: Date | null;
  /** What its source says, where we said otherwise (decision 0082). */
  over: Over<SharedField>;
}

/** What a signal says of a task. */
export interface TaskSaid {
  id: string;
  sourceId: string;
  sourceKey: string;
  body: TaskBody;
  customerId: string;
  sourceRecordId: string;
  at: Date;
  signalId: string;
}

/** The task after one more thing was said of it: the newer wins, a blank never erases, an older one fills blanks. */
export function mergeTask(before: Task | undefined, said: TaskSaid): Task {
  const { body, at } = said;
  const after = newest<Omit<Task, 'title' | 'createdAt'> & { title: string | null; createdAt: Date | null }>(
    before,
    {
      id: before?.id ?? said.id,
      sourceId: said.sourceId,
      sourceKey: said.sourceKey,
      customerId: said.customerId,
      sourceRecordId: said.sourceRecordId,
      title: body.title ?? null,
      detail: body.detail ?? null,
      dueOn: body.dueOn ?? null,
      doneAt: body.doneAt ? new Date(body.doneAt) : null,
      assigneeName: body.assigneeName ?? null,
      assigneeId: null,
      createdAt: body.createdAt ? new Date(body.createdAt) : null,
      observedAt: at,
      removedAt: before?.removedAt ?? null,
      over: {},
      signalId: said.signalId,
    },
  );
  return { ...after, title: after.title ?? said.sourceKey, createdAt: after.createdAt ?? at };
}

/** The key of a task's line on the timeline. */
export const taskEntryKey = (sourceKey: string): string => `task-done ${sourceKey}`;

/** What the timeline says of a task: that it was done. What is still to do stands in the list of tasks, and what was removed nowhere. */
export const tellTask = (task: Task, department: 'sales' | 'marketing' | 'support' = 'sales'): Telling => ({
  entries:
    task.doneAt && !task.removedAt
      ? [
          {
            entryKey: taskEntryKey(task.sourceKey),
            at: task.doneAt,
            department,
            kind: 'task-done',
            title: `Task done: ${task.title}`,
            subjectType: 'Task',
            subjectId: task.id,
            ...(task.assigneeName ? { actorName: task.assigneeName } : {}),
          },
        ]
      : [],
  facts: [],
});
