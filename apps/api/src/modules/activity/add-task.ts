import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { stewardRecord } from '#modules/identity';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { announceActivity } from './announce-activity.ts';
import { findColleague } from './colleague.ts';
import { putTasks } from './data/tasks.ts';
import { taskBody } from './domain/read-task-signal.ts';
import { type ActivityRefusal, noSuchCustomer, wordless } from './domain/refusals.ts';
import { type Task, taskEntryKey, taskTitle, tellTask } from './domain/task.ts';

/** What a new task says. */
export interface TaskWish {
  customerId: string;
  title: string;
  detail?: string | null | undefined;
  /** ISO `YYYY-MM-DD`. */
  dueOn?: string | null | undefined;
  /** A colleague; the viewer when missing. */
  assigneeId?: string | null | undefined;
}

/** Writes down something to do for a customer. */
export async function addTask(
  tx: Tx,
  viewer: Viewer,
  wish: TaskWish,
  now: Date,
): Promise<Result<Task, ActivityRefusal>> {
  const title = taskTitle.safeParse(wish.title);
  if (!title.success) return refuse(wordless('title', 'A task needs a title of at most 500 characters.'));
  const detail = taskBody.shape.detail.safeParse(wish.detail ?? undefined);
  if (!detail.success) return refuse(wordless('detail', 'A detail has at most 20,000 characters.'));
  const assigneeId = wish.assigneeId ?? viewer.id;
  const colleague = assigneeId ? await findColleague(tx, assigneeId) : accept(null);
  if (!colleague.ok && wish.assigneeId) return colleague;
  const assignee = colleague.ok ? colleague.value : null;
  const record = isId(wish.customerId) ? await stewardRecord(tx, wish.customerId) : null;
  if (!record) return refuse(noSuchCustomer);
  const id = newId();
  const task: Task = {
    id,
    sourceKey: `task:${id}`,
    ...record,
    title: title.data,
    detail: detail.data ?? null,
    dueOn: wish.dueOn ?? null,
    doneAt: null,
    assigneeName: assignee?.name ?? viewer.name,
    assigneeId: assignee?.id ?? null,
    createdAt: now,
    observedAt: now,
    removedAt: null,
    over: {},
    signalId: null,
  };
  await putTasks(tx, [task]);
  await recordAudit(tx, viewer, {
    action: 'add-task',
    subjectType: 'Task',
    subjectId: id,
    customerId: record.customerId,
  });
  await announceActivity(tx, task, 'task', tellTask(task), taskEntryKey(task.sourceKey));
  return accept(task);
}
