import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { ExpectationTask } from '../domain/expectation-task.ts';
import { ExpectationTaskEntity } from './voice.entity.ts';

const columns = columnsOf(ExpectationTaskEntity, 't');

/** Whoever leads what is said before the purchase: the marketer who is here longest, else a lead of sales, else an admin. */
export async function contentLead(db: Db): Promise<{ id: string; name: string } | null> {
  const [lead] = await db.named<{ id: string; name: string }>(
    'content-lead',
    `SELECT id, name FROM app_user WHERE disabled_at IS NULL AND role IN ('marketer', 'sales-lead', 'admin')
      ORDER BY array_position(ARRAY['marketer', 'sales-lead', 'admin'], role), created_at, id LIMIT 1`,
  );
  return lead ?? null;
}

/** Writes tasks; one that waits already is brought up to date. One that was done is not asked for again within half a year. */
export async function raiseTasks(tx: Tx, tasks: readonly ExpectationTask[]): Promise<void> {
  const done = await tx.named<{ product: string }>(
    'expectation-tasks-done',
    `SELECT product FROM expectation_task WHERE product = ANY($1::text[]) AND done_at > now() - interval '180 days'`,
    [tasks.map(({ product }) => product)],
  );
  const settled = new Set(done.map(({ product }) => product));
  await putRows(
    tx,
    ExpectationTaskEntity,
    tasks.filter(({ product }) => !settled.has(product)),
    `ON CONFLICT (product) WHERE done_at IS NULL DO UPDATE SET caused = excluded.caused, cases = excluded.cases,
       lower_bound = excluded.lower_bound, mean_gap = excluded.mean_gap,
       assignee_id = excluded.assignee_id, assignee_name = excluded.assignee_name, settings = excluded.settings`,
  );
}

/** Tasks, those that wait first. A plain list: there are as many as products. */
export const expectationTasks = (db: Db): Promise<ExpectationTask[]> =>
  db.named<ExpectationTask>(
    'expectation-tasks',
    `SELECT ${columns} FROM expectation_task t ORDER BY t.done_at DESC NULLS FIRST, t.lower_bound DESC, t.id LIMIT 200`,
  );

/** By id, in the order asked. */
export async function expectationTasksById(
  db: Db,
  ids: readonly string[],
): Promise<(ExpectationTask | null)[]> {
  return inOrderOf(
    ids,
    await db.named<ExpectationTask>(
      'expectation-tasks-by-id',
      `SELECT ${columns} FROM expectation_task t WHERE t.id = ANY($1::uuid[])`,
      [ids],
    ),
  );
}

/** Marks a task as done, or (`null`) as still to do; `null` when there is none, or another one waits for the same product. */
export async function markTask(
  tx: Tx,
  id: string,
  doneAt: Date | null,
  byName: string | null,
): Promise<ExpectationTask | null> {
  const [row] = await tx.named<ExpectationTask>(
    'expectation-task-done',
    `UPDATE expectation_task t SET done_at = $2, done_by_name = $3 WHERE t.id = $1
        AND ($2::timestamptz IS NOT NULL OR NOT EXISTS (SELECT FROM expectation_task o WHERE o.product = t.product AND o.done_at IS NULL AND o.id <> t.id))
      RETURNING ${columns}`,
    [id, doneAt, byName],
  );
  return row ?? null;
}
