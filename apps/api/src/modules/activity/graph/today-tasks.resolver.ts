import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { TodayType } from '#modules/today';
import { Internal, Personal, pageSize, type RequestContext } from '#platform/graphql';
import { tasksDue } from '../data/tasks.ts';
import type { Task } from '../domain/task.ts';
import { TaskType } from './task.type.ts';

/** What activity adds to the day: tasks that are due. */
@Resolver(() => TodayType)
export class TodayTasksResolver {
  @Internal()
  @FieldResolver(() => [TaskType], {
    nullable: true,
    description:
      'Tasks that are due by today: one’s own first, then those of the others; the latest day first.',
  })
  tasks(
    @Root() { asOf }: TodayType,
    @Arg('first', () => Int, { defaultValue: 8, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() { reads, viewer }: RequestContext,
  ): Promise<Task[]> {
    const day = asOf.toISOString().slice(0, 10);
    return tasksDue(reads, { day, reader: viewer, first: pageSize(first, 8) });
  }
}

/** For whom a task is. */
@Resolver(() => TaskType)
export class TaskCustomerResolver {
  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'For whom it is.' })
  customer(@Root() { customerId }: Task, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, customerId);
  }
}
