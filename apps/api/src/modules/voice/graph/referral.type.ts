import { Field, ObjectType } from 'type-graphql';
import { DateTime, Internal, Node } from '#platform/graphql';
import type { Referral } from '../domain/told.ts';

/** What the world sees of a referral. */
@Internal()
@ObjectType('Referral', { implements: Node, description: 'That a customer recommended us to somebody.' })
export class ReferralType
  extends Node
  implements Pick<Referral, 'id' | 'channel' | 'evidence' | 'at' | 'convertedAt'>
{
  @Field(() => String, { nullable: true, description: 'How: a link, a code, by word of mouth.' })
  channel: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'On what it rests: `code`, or where it was said: `form`, `agent`, `import` …',
  })
  evidence: string | null;

  @Field(() => DateTime, { description: 'When they did.' })
  at: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the invited person bought.' })
  convertedAt: Date | null;
}
