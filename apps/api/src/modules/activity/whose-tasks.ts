import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { usersById } from '#modules/access';
import type { Db } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import type { TaskReader } from './data/tasks.ts';
import { type ActivityRefusal, noSuchColleague, oneWhoseOnly } from './domain/refusals.ts';

/** Whose tasks are looked for: somebody's, nobody's (`null`), or everybody's. */
export async function whoseTasks(
  db: Db,
  viewer: Viewer,
  filter: {
    mine?: boolean | null | undefined;
    assigneeId?: string | null | undefined;
    unassigned?: boolean | null | undefined;
  },
): Promise<Result<TaskReader | null | undefined, ActivityRefusal>> {
  const asked = [filter.mine, filter.assigneeId, filter.unassigned].filter(Boolean);
  // A task is one person's at most.
  if (asked.length > 1) return refuse(oneWhoseOnly);
  if (filter.unassigned) return accept(null);
  if (filter.mine) return accept({ id: viewer.id, name: viewer.name });
  if (!filter.assigneeId) return accept(undefined);
  const [user] = isId(filter.assigneeId) ? await usersById(db, [filter.assigneeId]) : [];
  return user ? accept({ id: user.id, name: user.name }) : refuse(noSuchColleague);
}
