import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, Day, Internal, Node, Personal } from '#platform/graphql';
import type { Task } from '../domain/task.ts';

/** What the world sees of a task. */
@Internal()
@ObjectType('Task', { implements: Node, description: 'Something one of us is to do for a customer.' })
export class TaskType
  extends Node
  implements
    Pick<Task, 'id' | 'title' | 'detail' | 'dueOn' | 'doneAt' | 'assigneeName' | 'assigneeId' | 'createdAt'>
{
  @Personal()
  @Field(() => String, { description: 'What is to do.' })
  title: string;

  @Personal()
  @Field(() => String, { nullable: true, description: 'More about it.' })
  detail: string | null;

  @Field(() => String, { nullable: true, description: 'Who of us is to do it.' })
  assigneeName: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Their account; null when nobody is to do it, or its source knows them by name only.',
  })
  assigneeId: string | null;

  @Field(() => Day, { nullable: true, description: 'The day it should be done.' })
  dueOn: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was done; null while it waits.' })
  doneAt: Date | null;

  @Field(() => DateTime, { description: 'When it was written down.' })
  createdAt: Date;
}

/** A page of tasks. */
export const [TaskEdge, TaskConnection] = connectionOf(() => TaskType, 'Task');
