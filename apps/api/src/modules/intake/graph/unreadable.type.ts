import { Field, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, Internal, Json, Node, Personal, Special } from '#platform/graphql';
import type { UnreadableRow } from '../data/unreadable.ts';

/** What the world sees of something that could not be read. */
@Internal()
@ObjectType('UnreadableSignal', {
  implements: Node,
  description:
    'Something a source sent that could not be read. It is kept with the reason and can be replayed.',
})
export class UnreadableSignalType
  extends Node
  implements
    Pick<UnreadableRow, 'id' | 'receivedAt' | 'code' | 'message' | 'raw' | 'replayedAt' | 'dismissedAt'>
{
  @Field(() => DateTime, { description: 'When it came.' })
  receivedAt: Date;

  @Field(() => String, { description: 'Why it cannot be read, for programs.' })
  code: string;

  @Personal()
  @Field(() => String, {
    description: 'Why it cannot be read, for people: one sentence that names the field.',
  })
  message: string;

  @Special()
  @Field(() => Json, {
    nullable: true,
    description:
      'What came, as it came, in the envelope that it came in: it may hold what any department knows.',
  })
  raw: unknown;

  @Field(() => DateTime, { nullable: true, description: 'When it was read after all.' })
  replayedAt: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When somebody put it away: it waits no longer. It is kept, and can be put back.',
  })
  dismissedAt: Date | null;
}

export const [UnreadableSignalEdge, UnreadableSignalConnection] = connectionOf(
  () => UnreadableSignalType,
  'UnreadableSignal',
);
