import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, Internal, Json, Node, Personal } from '#platform/graphql';
import type { DecisionRow } from '../data/record-rows.ts';

/** A decision about who is who. */
@Internal()
@ObjectType('Decision', {
  implements: Node,
  description: 'A decision about who is who. Never changed: undoing is a decision of its own.',
})
export class DecisionType extends Node implements Omit<DecisionRow, 'recordIds'> {
  @Field(() => String, {
    description:
      '`auto-link`, `merge`, `source-merge`, `link-doubt`, `synthetic-link`, `unmerge`, `separate`, `split`.',
  })
  kind: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  at: Date;

  @Field(() => String, { description: 'Who made it: a person, or the source whose signal led to it.' })
  actorName: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who made it.' })
  reason: string | null;

  @Personal()
  @Field(() => Json, { description: 'What it rests on: the reasons, each with a code and a sentence.' })
  evidence: Record<string, unknown>;

  @Field(() => [ID], { description: 'Whom it concerns. A plain list: two.' })
  customerIds: string[];

  @Field(() => Boolean, { description: 'Whether `unmergeCustomer` can undo it now.' })
  canBeUndone: boolean;
}
