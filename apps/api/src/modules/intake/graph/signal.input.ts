import { Field, InputType } from 'type-graphql';
import { DateTime, Json } from '#platform/graphql';

/** A signal told through the graph. */
@InputType('SignalInput', { description: 'One thing that happened in another system, in our words.' })
export class SignalInput {
  @Field(() => String, { description: 'Key of the source that tells it.' })
  source: string;

  @Field(() => String, { description: 'What happened: `person`, `ticket`, `deal`, `touch` …' })
  kind: string;

  @Field(() => String, {
    description: 'Unique in its source for good: the same id never acts twice, at any age.',
  })
  eventId: string;

  @Field(() => String, { description: 'The id of the thing itself in its source: `deal:7001`.' })
  subjectKey: string;

  @Field(() => DateTime, { description: 'When it happened, or was last changed.' })
  at: Date;

  @Field(() => Json, {
    nullable: true,
    description: 'Whom it concerns: key, emails, phones, handles, profile.',
  })
  person?: unknown;

  @Field(() => Json, { nullable: true, description: 'Further people it concerns, a list of the same.' })
  others?: unknown;

  @Field(() => Json, { nullable: true, description: 'Companies it points at, the main one first.' })
  companies?: unknown;

  @Field(() => Json, { description: 'What the subject that understands this kind wants to know.' })
  body: unknown;
}
