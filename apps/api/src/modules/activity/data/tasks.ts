import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, lockRows, newerReplaces, putRows, type Tx } from '#platform/database';
import type { Task } from '../domain/task.ts';
import { TaskEntity } from './task.entity.ts';

/** The tasks with these keys, locked until the transaction ends. */
export const lockTasks = (tx: Tx, keys: readonly Pick<Task, 'sourceId' | 'sourceKey'>[]): Promise<Task[]> =>
  lockRows(tx, TaskEntity, ['sourceId', 'sourceKey'], keys);

/** Writes tasks as they now are. */
export async function putTasks(tx: Tx, tasks: readonly Task[]): Promise<void> {
  await putRows(tx, TaskEntity, tasks, newerReplaces(TaskEntity, ['sourceId', 'sourceKey']));
}

/** Takes tasks of a source back. */
export async function deleteTasks(tx: Tx, sourceId: string, subjectKeys: readonly string[]): Promise<void> {
  tx.later('tasks-forget', 'DELETE FROM task WHERE source_id = $1 AND source_key = ANY($2::text[])', [
    sourceId,
    subjectKeys,
  ]);
}

/** The task with this id, locked until the transaction ends. */
export async function lockTask(tx: Tx, id: string): Promise<Task | null> {
  const [task] = await tx.named<Task>(
    'task-lock',
    `SELECT ${columnsOf(TaskEntity, 't')} FROM task t WHERE t.id = $1 FOR UPDATE`,
    [id],
  );
  return task ?? null;
}

/** Marks a task as done, or (`null`) as still to do. */
export async function markTaskDone(tx: Tx, id: string, doneAt: Date | null, at: Date): Promise<void> {
  tx.later('task-done', 'UPDATE task SET done_at = $2, observed_at = $3 WHERE id = $1', [id, doneAt, at]);
}

/** Whose tasks. */
export interface TasksKey {
  customerId: string;
  includeDone: boolean;
}

/** At most this many tasks of a customer are shown; people who have more need another list. */
export const tasksAtMost = 100;

/** The tasks of each customer: what is to do first, by day; what is done after it, newest first. */
export async function tasksByCustomer(db: Db, keys: readonly TasksKey[]): Promise<Task[][]> {
  const rows = await db.named<Task & { place: number }>(
    'tasks-by-customer',
    `SELECT asked.place::int AS place, t.*
       FROM unnest($1::uuid[], $2::boolean[]) WITH ORDINALITY AS asked(customer, include_done, place)
      CROSS JOIN LATERAL (SELECT ${columnsOf(TaskEntity, 'o')} FROM task o
                           WHERE o.customer_id = asked.customer AND (asked.include_done OR o.done_at IS NULL)
                           ORDER BY o.done_at DESC NULLS FIRST, o.due_on NULLS LAST, o.id LIMIT ${tasksAtMost}) t
      ORDER BY asked.place, t."doneAt" DESC NULLS FIRST, t."dueOn" NULLS LAST, t.id`,
    [keys.map((key) => key.customerId), keys.map((key) => key.includeDone)],
  );
  return inPlaces(rows, keys.length);
}

/** Tasks by id, in the order asked. */
export async function tasksById(db: Db, ids: readonly string[]): Promise<(Task | null)[]> {
  const rows = await db.named<Task>(
    'tasks-by-id',
    `SELECT ${columnsOf(TaskEntity, 't')} FROM task t WHERE t.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** What is due by a day, whoever's it is: the asker's own first, then by day; at most `first`. */
export const tasksDue = (
  db: Db,
  { day, reader, first }: { day: string; reader: { id: string | null; name: string }; first: number },
): Promise<Task[]> =>
  db.named<Task>(
    'tasks-due',
    `SELECT ${columnsOf(TaskEntity, 't')} FROM task t
      WHERE t.done_at IS NULL AND t.due_on <= $1::date
      ORDER BY (t.assignee_id = $2::uuid OR t.assignee_name = $3::text) IS TRUE DESC,
               t.due_on DESC, t.id LIMIT $4::int`,
    [day, reader.id, reader.name, first],
  );
