import { Field, Int, ObjectType } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import type { Department } from '#modules/house';
import { DateTime, Internal, Node, Personal, Special } from '#platform/graphql';
import type { Interaction } from '../domain/interaction.ts';

/** What the world sees of an interaction. */
@Personal()
@ObjectType('Interaction', {
  implements: Node,
  description: 'A call, meeting or mail that one of us logged.',
})
export class InteractionType
  extends Node
  implements
    Pick<
      Interaction,
      | 'id'
      | 'channel'
      | 'direction'
      | 'department'
      | 'subject'
      | 'body'
      | 'durationSeconds'
      | 'outcome'
      | 'agentName'
      | 'at'
    >
{
  @Internal()
  @Field(() => String, { description: '`phone`, `meeting`, `email`, `chat` …' })
  channel: string;

  @Internal()
  @Field(() => String, {
    nullable: true,
    description: '`inbound` when the customer began, `outbound` when we did.',
  })
  direction: Interaction['direction'];

  @Internal()
  @Field(() => DepartmentEnum, { description: 'The department it was with.' })
  department: Department;

  @Field(() => String, { nullable: true, description: 'What it was about.' })
  subject: string | null;

  @Special()
  @Field(() => String, { nullable: true, description: 'What was said or written.' })
  body: string | null;

  @Internal()
  @Field(() => Int, { nullable: true, description: 'How long it took, in seconds.' })
  durationSeconds: number | null;

  @Field(() => String, { nullable: true, description: 'What came of it, in the words of the source.' })
  outcome: string | null;

  @Internal()
  @Field(() => String, { nullable: true, description: 'Who of us it was with.' })
  agentName: string | null;

  @Internal()
  @Field(() => DateTime, { description: 'When it began.' })
  at: Date;
}
