import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Department } from '#modules/house';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { announceActivity } from './announce-activity.ts';
import { findColleague } from './colleague.ts';
import { lockTask, putTasks } from './data/tasks.ts';
import { asTheSourceSays, sayOurselves } from './domain/our-word.ts';
import { taskBody } from './domain/read-task-signal.ts';
import { type ActivityRefusal, noSuchTask, wordless } from './domain/refusals.ts';
import { type Task, taskEntryKey, taskTitle, tellTask } from './domain/task.ts';

type Changed = Result<Task, ActivityRefusal>;

/** Changes a task, audits it and tells of it. A change that changes nothing is none. */
async function changeTask(
  tx: Tx,
  viewer: Viewer,
  id: string,
  action: string,
  change: (task: Task) => Task,
  details?: Record<string, unknown>,
): Promise<Changed> {
  const task = isId(id) ? await lockTask(tx, id) : null;
  if (!task || (task.removedAt && action !== 'restore-task')) return refuse(noSuchTask);
  const after = change(task);
  if (after === task) return accept(task);
  await putTasks(tx, [after]);
  await recordAudit(tx, viewer, {
    action,
    subjectType: 'Task',
    subjectId: id,
    customerId: task.customerId,
    ...(details ? { details } : {}),
  });
  const department = (viewer.department ?? 'sales') as Department;
  await announceActivity(tx, after, 'task', tellTask(after, department), taskEntryKey(after.sourceKey));
  return accept(after);
}

/** Marks a task as done, or as still to do. Doing it twice changes nothing. */
export const completeTask = (
  tx: Tx,
  viewer: Viewer,
  id: string,
  done: boolean,
  now: Date,
): Promise<Changed> =>
  changeTask(tx, viewer, id, done ? 'complete-task' : 'reopen-task', (task) =>
    done === Boolean(task.doneAt) ? task : sayOurselves(task, { doneAt: done ? now : null }),
  );

/** What is to be different about a task; what is missing stays. */
export interface TaskEdit {
  title?: string | null | undefined;
  /** `null` takes it away. */
  detail?: string | null | undefined;
  /** ISO `YYYY-MM-DD`; `null`: no day. */
  dueOn?: string | null | undefined;
  /** A colleague; `null`: nobody. */
  assigneeId?: string | null | undefined;
  /** Whoever its source says. */
  assigneeAsTold?: boolean | null | undefined;
}

/** Puts other words in a task, another day, or gives it to somebody else. */
export async function editTask(tx: Tx, viewer: Viewer, id: string, edit: TaskEdit): Promise<Changed> {
  const title = edit.title === undefined ? null : taskTitle.safeParse(edit.title);
  if (title && !title.success)
    return refuse(wordless('title', 'A task needs a title of at most 500 characters.'));
  const detail = taskBody.shape.detail.safeParse(edit.detail ?? undefined);
  if (!detail.success) return refuse(wordless('detail', 'A detail has at most 20,000 characters.'));
  const colleague = edit.assigneeId ? await findColleague(tx, edit.assigneeId) : accept(null);
  if (!colleague.ok) return colleague;
  const assignee = colleague.value;
  const fields = (['title', 'detail', 'dueOn', 'assigneeId', 'assigneeAsTold'] as const).filter(
    (field) => edit[field] !== undefined,
  );
  if (fields.length === 0) return changeTask(tx, viewer, id, 'edit-task', (task) => task);
  return changeTask(
    tx,
    viewer,
    id,
    'edit-task',
    (task) => ({
      ...sayOurselves(task, {
        ...(title ? { title: title.data } : {}),
        ...(edit.detail === undefined ? {} : { detail: detail.data ?? null }),
        ...(edit.dueOn === undefined ? {} : { dueOn: edit.dueOn }),
        ...(edit.assigneeAsTold ? { assigneeName: asTheSourceSays(task).assigneeName } : {}),
        ...(edit.assigneeId === undefined ? {} : { assigneeName: assignee?.name ?? null }),
      }),
      assigneeId:
        edit.assigneeId !== undefined
          ? (assignee?.id ?? null)
          : edit.assigneeAsTold && task.signalId
            ? null
            : task.assigneeId,
    }),
    { fields },
  );
}

/** Takes a task away; it waits to be restored. */
export const removeTask = (tx: Tx, viewer: Viewer, id: string, now: Date): Promise<Changed> =>
  changeTask(tx, viewer, id, 'remove-task', (task) => ({ ...task, removedAt: now }));

/** Puts a removed task back where it was. */
export const restoreTask = (tx: Tx, viewer: Viewer, id: string): Promise<Changed> =>
  changeTask(tx, viewer, id, 'restore-task', (task) =>
    task.removedAt ? { ...task, removedAt: null } : task,
  );
