import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Department } from '#modules/house';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { announceActivity } from './announce-activity.ts';
import { lockTask, markTaskDone } from './data/tasks.ts';
import { type ActivityRefusal, noSuchTask } from './domain/refusals.ts';
import { type Task, taskEntryKey, tellTask } from './domain/task.ts';

/** Marks a task as done, or as still to do. Doing it twice changes nothing. */
export async function completeTask(
  tx: Tx,
  viewer: Viewer,
  id: string,
  done: boolean,
  now: Date,
): Promise<Result<Task, ActivityRefusal>> {
  const task = isId(id) ? await lockTask(tx, id) : null;
  if (!task) return refuse(noSuchTask);
  if (done === Boolean(task.doneAt)) return accept(task);
  const after: Task = { ...task, doneAt: done ? now : null, observedAt: now };
  await markTaskDone(tx, id, after.doneAt, now);
  await recordAudit(tx, viewer, {
    action: done ? 'complete-task' : 'reopen-task',
    subjectType: 'Task',
    subjectId: id,
    customerId: task.customerId,
  });
  const department = (viewer.department ?? 'sales') as Department;
  await announceActivity(tx, after, 'task', tellTask(after, department), taskEntryKey(after.sourceKey));
  return accept(after);
}
