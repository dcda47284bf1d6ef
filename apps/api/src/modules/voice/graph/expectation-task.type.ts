import { Field, Float, ObjectType } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { DateTime, Internal, Node, resultOf, ShareType } from '#platform/graphql';
import type { ExpectationTask } from '../domain/expectation-task.ts';

/** What the world sees of a task to mend what people are led to expect. */
@Internal()
@ObjectType('ExpectationTask', {
  implements: Node,
  description:
    'Something to mend: what is said before the purchase leads people to expect what the product is not made for.',
})
export class ExpectationTaskType
  extends Node
  implements
    Pick<ExpectationTask, 'id' | 'product' | 'meanGap' | 'assigneeName' | 'madeAt' | 'doneAt' | 'doneByName'>
{
  @Field(() => String, { description: 'The product.' })
  product: string;

  @Field(() => ShareType, { description: 'Caused by what was expected, when it was asked for.' })
  caused?: Proportion;

  @Field(() => Float, { nullable: true, description: 'Found − expected on average.' })
  meanGap: number | null;

  @Field(() => String, { nullable: true, description: 'Who is to mend it.' })
  assigneeName: string | null;

  @Field(() => Boolean, { description: 'Whether it is the viewer’s.' })
  isMine?: boolean;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  madeAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was done.' })
  doneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who did it.' })
  doneByName: string | null;
}

/** What mutations of these tasks answer with. */
export const ExpectationTaskResult = resultOf(
  'ExpectationTaskResult',
  () => ExpectationTaskType,
  'ExpectationTask',
);
