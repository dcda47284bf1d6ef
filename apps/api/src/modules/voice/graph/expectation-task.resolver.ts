import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { Internal, type RequestContext, refused, ShareType } from '#platform/graphql';
import { expectationTasks } from '../data/expectation-tasks.ts';
import type { ExpectationTask } from '../domain/expectation-task.ts';
import { completeExpectationTask } from '../raise-expectation-tasks.ts';
import { ExpectationTaskResult, ExpectationTaskType } from './expectation-task.type.ts';

/** Tasks to mend what people are led to expect. */
@Resolver(() => ExpectationTaskType)
export class ExpectationTaskResolver {
  @Internal()
  @Query(() => [ExpectationTaskType], {
    description:
      'What is to be mended in what we say before the purchase. A plain list: there are as many as products.',
  })
  expectationTasks(@Ctx() ctx: RequestContext): Promise<ExpectationTask[]> {
    return expectationTasks(ctx.reads);
  }

  @FieldResolver(() => ShareType, { description: 'Caused by what was expected, when it was asked for.' })
  caused(@Root() { caused, cases }: ExpectationTask): Proportion {
    return proportion(caused, cases);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the viewer’s.' })
  isMine(@Root() { assigneeId }: ExpectationTask, @Ctx() ctx: RequestContext): boolean {
    return assigneeId !== null && assigneeId === ctx.viewer.id;
  }

  @Internal()
  @Mutation(() => ExpectationTaskResult, { description: 'It was mended, or (`done: false`) it was not.' })
  async completeExpectationTask(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: RequestContext,
    @Arg('done', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'False puts it back among what is to do.',
    })
    done?: boolean | null,
  ) {
    if (!isId(id)) return refused('NOT_FOUND', 'There is no such task.', 'id');
    const outcome = await ctx.db.transaction((tx) =>
      completeExpectationTask(tx, ctx.viewer, id, done ?? true, new Date()),
    );
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    ctx.forget();
    return outcome.value;
  }
}
