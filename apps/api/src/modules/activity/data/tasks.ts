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

/** The task with this id, removed or not, locked until the transaction ends. */
export async function lockTask(tx: Tx, id: string): Promise<Task | null> {
  const [task] = await tx.named<Task>(
    'task-lock',
    `SELECT ${columnsOf(TaskEntity, 't')} FROM task t WHERE t.id = $1 FOR UPDATE`,
    [id],
  );
  return task ?? null;
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
                           WHERE o.customer_id = asked.customer AND o.removed_at IS NULL AND (asked.include_done OR o.done_at IS NULL)
                           ORDER BY o.done_at DESC NULLS FIRST, o.due_on NULLS LAST, o.id LIMIT ${tasksAtMost}) t
      ORDER BY asked.place, t."doneAt" DESC NULLS FIRST, t."dueOn" NULLS LAST, t.id`,
    [keys.map((key) => key.customerId), keys.map((key) => key.includeDone)],
  );
  return inPlaces(rows, keys.length);
}

/** Tasks by id, in the order asked, without the removed ones. */
export async function tasksById(db: Db, ids: readonly string[]): Promise<(Task | null)[]> {
  const rows = await db.named<Task>(
    'tasks-by-id',
    `SELECT ${columnsOf(TaskEntity, 't')} FROM task t WHERE t.id = ANY($1::uuid[]) AND t.removed_at IS NULL`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** The name of the system that told of a task; NULL when it was written down here. */
export const toldBySql = (t: string): string =>
  `(SELECT s.name FROM source s WHERE s.id = ${t}.source_id AND s.system <> 'ancora')`;

/** Somebody of us: a task of another system may name them without knowing their account. */
export interface TaskReader {
  id: string | null;
  name: string;
}

/** Whose a task is, in one word: the account, or the name by which its source knows them; NULL when it is nobody's. */
const whoseSql = 'coalesce(t.assignee_id::text, t.assignee_name)';

/** What is due by a day, whoever's it is: the asker's own first, then by day; at most `first`. */
export const tasksDue = (
  db: Db,
  { day, reader, first }: { day: string; reader: TaskReader; first: number },
): Promise<Task[]> =>
  db.named<Task>(
    'tasks-due',
    `SELECT ${columnsOf(TaskEntity, 't')} FROM task t
      WHERE t.done_at IS NULL AND t.removed_at IS NULL AND t.due_on <= $1::date
      ORDER BY (${whoseSql} = ANY(ARRAY[$2::text, $3::text])) IS TRUE DESC, t.due_on DESC, t.id LIMIT $4::int`,
    [day, reader.id, reader.name, first],
  );

/** Which tasks of all customers. */
export interface TaskSearch {
  /** Somebody's, nobody's (`null`), or everybody's (missing). */
  whose?: TaskReader | null | undefined;
  isDone: boolean;
}

const whoseRows = (whose: TaskSearch['whose']): string =>
  whose === undefined
    ? ''
    : whose === null
      ? `AND ${whoseSql} IS NULL`
      : `AND ${whoseSql} = ANY(ARRAY[$3::text, $4::text])`;

/** Days for which what was done stays in the list. */
export const doneDays = 90;

/** The day of a task in its order: those without one stand behind all others. */
export const taskDay = (task: Pick<Task, 'dueOn'>): string => task.dueOn ?? 'infinity';

/** A page of tasks: what is to do by day, those without one last; what was done lately, the newest first. */
export function pageOfTasks(
  db: Db,
  { whose, isDone }: TaskSearch,
  limit: number,
  after: readonly [at: string, id: string] | null,
): Promise<Task[]> {
  const day = `coalesce(t.due_on, 'infinity'::date)`;
  const rows = isDone
    ? `t.done_at > now() - interval '${doneDays} days' AND ($1::timestamptz IS NULL OR (t.done_at, t.id) < ($1, $2::uuid))`
    : `t.done_at IS NULL AND ($1::date IS NULL OR (${day}, t.id) > ($1, $2::uuid))`;
  return db.named<Task>(
    `tasks-page-${isDone ? 'done' : 'open'}-${whose === undefined ? 'all' : whose === null ? 'nobody' : 'one'}-${limit}`,
    `SELECT ${columnsOf(TaskEntity, 't')} FROM task t WHERE t.removed_at IS NULL AND ${rows} ${whoseRows(whose)}
      ORDER BY ${isDone ? 't.done_at DESC, t.id DESC' : `${day}, t.id`} LIMIT ${limit}`,
    [after?.[0] ?? null, after?.[1] ?? null, ...(whose ? [whose.id, whose.name] : [])],
  );
}
