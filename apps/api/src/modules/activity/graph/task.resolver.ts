import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { sourcesById } from '#modules/sources';
import type { Db } from '#platform/database';
import {
  After,
  type Connection,
  First,
  Internal,
  mistake,
  pageOf,
  pageSize,
  type RefusalType,
  type RequestContext,
  readCursor,
  refused,
  resultOf,
  writeCursor,
} from '#platform/graphql';
import { addTask } from '../add-task.ts';
import { completeTask, editTask, removeTask, restoreTask } from '../change-task.ts';
import { pageOfTasks, taskDay } from '../data/tasks.ts';
import type { ActivityRefusal } from '../domain/refusals.ts';
import type { Task } from '../domain/task.ts';
import { whoseTasks } from '../whose-tasks.ts';
import { NewTaskInput, TaskEditInput, TaskFilterInput } from './inputs.ts';
import { TaskConnection, TaskType } from './task.type.ts';

const TaskResult = resultOf('TaskResult', () => TaskType, 'Task');

const answer = (ctx: RequestContext, outcome: Result<Task, ActivityRefusal>): Task | RefusalType => {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
};

const toldBy = async (db: Db, sourceIds: readonly string[]): Promise<(string | null)[]> =>
  (await sourcesById(db, sourceIds)).map((source) =>
    source && source.system !== 'ancora' ? source.name : null,
  );

/** Reads where a page of tasks begins: a day or a moment, and an id. */
function readTaskCursor(cursor: string, isDone: boolean): [at: string, id: string] {
  const [at, id] = readCursor(cursor, 2) as [string, string];
  const isPlace = isDone ? !Number.isNaN(Date.parse(at)) : /^(infinity|\d{4}-\d\d-\d\d)$/.test(at);
  if (!isPlace || !isId(id))
    throw mistake('BAD_USER_INPUT', 'This cursor was not made by this server.', { field: 'after' });
  return [at, id];
}

/** Tasks: finding them, writing them down, changing and doing them. */
@Resolver(() => TaskType)
export class TaskResolver {
  @Internal()
  @Query(() => TaskConnection, {
    description:
      'Tasks for all customers: what is to do by day, those without one last; or what was done lately, the newest first.',
  })
  async tasks(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => TaskFilterInput, {
      nullable: true,
      description: 'Which of them; everybody’s that are to do when missing.',
    })
    filter?: TaskFilterInput | null,
    @First(50) first?: number | null,
    @After() after?: string | null,
  ): Promise<Connection<Task>> {
    const size = pageSize(first, 50);
    const isDone = filter?.isDone ?? false;
    const whose = await whoseTasks(ctx.reads, ctx.viewer, filter ?? {});
    if (!whose.ok) throw mistake('BAD_USER_INPUT', whose.refusal.message, { field: whose.refusal.field });
    const place = after ? readTaskCursor(after, isDone) : null;
    const rows = await pageOfTasks(ctx.reads, { whose: whose.value, isDone }, size + 1, place);
    const cursorOf = (task: Task) =>
      writeCursor([isDone ? task.doneAt!.toISOString() : taskDay(task), task.id]);
    return pageOf(rows, size, cursorOf, after);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The system that told of it; null when it was written down here. What is changed here stands until that system says something new.',
  })
  toldBy(@Root() { sourceId }: Task, @Ctx() ctx: RequestContext): Promise<string | null> {
    return ctx.load(toldBy, sourceId);
  }

  @Internal()
  @Mutation(() => TaskResult, { description: 'Writes down something to do for a customer.' })
  async addTask(@Arg('input', () => NewTaskInput) input: NewTaskInput, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => addTask(tx, ctx.viewer, input, new Date())));
  }

  @Internal()
  @Mutation(() => TaskResult, {
    description: 'Puts other words in a task, another day, or gives it to somebody else.',
  })
  async editTask(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => TaskEditInput) input: TaskEditInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await ctx.db.transaction((tx) => editTask(tx, ctx.viewer, id, input)));
  }

  @Internal()
  @Mutation(() => TaskResult, { description: 'Marks a task as done, or as still to do.' })
  async completeTask(
    @Arg('id', () => ID) id: string,
    @Arg('done', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'False puts it back among what is to do.',
    })
    done: boolean | null,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(
      ctx,
      await ctx.db.transaction((tx) => completeTask(tx, ctx.viewer, id, done ?? true, new Date())),
    );
  }

  @Internal()
  @Mutation(() => TaskResult, { description: 'Takes a task away; `restoreTask` puts it back.' })
  async removeTask(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => removeTask(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => TaskResult, { description: 'Puts back a task that was taken away.' })
  async restoreTask(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => restoreTask(tx, ctx.viewer, id)));
  }
}
