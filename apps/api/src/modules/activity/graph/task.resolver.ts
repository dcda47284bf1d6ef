import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Result } from '#kernel/result';
import { Internal, type RefusalType, type RequestContext, refused, resultOf } from '#platform/graphql';
import { addTask } from '../add-task.ts';
import { completeTask } from '../complete-task.ts';
import type { ActivityRefusal } from '../domain/refusals.ts';
import type { Task } from '../domain/task.ts';
import { NewTaskInput } from './inputs.ts';
import { TaskType } from './task.type.ts';

const TaskResult = resultOf('TaskResult', () => TaskType, 'Task');

const answer = (ctx: RequestContext, outcome: Result<Task, ActivityRefusal>): Task | RefusalType => {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
};

/** Tasks: writing them down and doing them. */
@Resolver(() => TaskType)
export class TaskResolver {
  @Internal()
  @Mutation(() => TaskResult, { description: 'Writes down something to do for a customer.' })
  async addTask(@Arg('input', () => NewTaskInput) input: NewTaskInput, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => addTask(tx, ctx.viewer, input, new Date())));
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
}
