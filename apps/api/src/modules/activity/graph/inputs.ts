import { Field, ID, InputType } from 'type-graphql';
import { Day } from '#platform/graphql';
import { doneDays } from '../data/tasks.ts';

/** A new note. */
@InputType('NewNote', { description: 'What to write down about a customer.' })
export class NewNoteInput {
  @Field(() => ID, { description: 'About whom.' })
  customerId: string;

  @Field(() => String, { description: 'The words, at most 100,000 characters.' })
  body: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether only one’s own department may read it.',
  })
  forDepartmentOnly: boolean | null;
}

/** A new task. */
@InputType('NewTask', { description: 'Something to do for a customer.' })
export class NewTaskInput {
  @Field(() => ID, { description: 'For whom.' })
  customerId: string;

  @Field(() => String, { description: 'What to do, at most 500 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'More about it.' })
  detail?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day it should be done.' })
  dueOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Which colleague is to do it; oneself when missing.' })
  assigneeId?: string | null;
}

/** What is to be different about a task. */
@InputType('TaskEdit', { description: 'What is to be different about a task; what is not given stays.' })
export class TaskEditInput {
  @Field(() => String, { nullable: true, description: 'What to do, at most 500 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'More about it; null takes it away.' })
  detail?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day it should be done; null: no day.' })
  dueOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Which colleague is to do it; null: nobody.' })
  assigneeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whoever the system that told of it says is to do it, instead of who was chosen here.',
  })
  assigneeAsTold?: boolean | null;
}

/** Which tasks. */
@InputType('TaskFilter', { description: 'All of it must hold; what is not given does not count.' })
export class TaskFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'Only those that the viewer is to do.' })
  mine?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only those that this colleague is to do.' })
  assigneeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that nobody is to do.' })
  unassigned?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: `What was done in the last ${doneDays} days, instead of what is to do.`,
  })
  isDone?: boolean | null;
}
