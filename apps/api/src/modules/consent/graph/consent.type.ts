import { Field, ID, ObjectType } from 'type-graphql';
import { ConsentStateEnum } from '#modules/customers';
import { DateTime, Json, Personal } from '#platform/graphql';
import type { ConsentState } from '../domain/consent.ts';

/** What the world sees of a line of the ledger. */
@Personal()
@ObjectType('ConsentEntry', {
  description: 'One line of the ledger: what somebody said once. Never changed.',
})
export class ConsentEntryType {
  @Field(() => ID, { description: 'Names this line.' })
  id: string;

  @Field(() => ConsentStateEnum, { description: 'What they said.' })
  state: ConsentState;

  @Field(() => DateTime, { description: 'When they said it.' })
  at: Date;

  @Field(() => String, { description: 'The source that told it.' })
  sourceName: string;

  @Field(() => String, { nullable: true, description: 'The words they agreed to, when known.' })
  wording: string | null;

  @Field(() => Json, {
    nullable: true,
    description: 'The proof: time and address of opting in, the reason of leaving.',
  })
  evidence: unknown;
}

/** What the world sees of a consent. */
@Personal()
@ObjectType('Consent', {
  description:
    'Whether this person may be contacted for a purpose on a channel: the strictest of what the ledger holds.',
})
export class ConsentType {
  @Field(() => String, { description: 'The channel: `email`, `sms`, `phone`, `post`, or `any`.' })
  channel: string;

  @Field(() => String, { description: 'What for: `marketing`, or `any`.' })
  purpose: string;

  @Field(() => ConsentStateEnum, { description: 'What the ledger comes to.' })
  state: ConsentState;

  @Field(() => DateTime, { nullable: true, description: 'When the line that decided was said.' })
  since: Date | null;

  @Field(() => String, { nullable: true, description: 'The source of the line that decided.' })
  sourceName: string | null;

  @Field(() => Json, { nullable: true, description: 'The proof of the line that decided.' })
  evidence: unknown;

  @Field(() => [ConsentEntryType], {
    description: 'Every line that was weighed, newest first. A plain list: it stays short.',
  })
  ledger: ConsentEntryType[];
}
