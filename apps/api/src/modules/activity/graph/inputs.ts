import { Field, ID, InputType } from 'type-graphql';
import { Day } from '#platform/graphql';

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
