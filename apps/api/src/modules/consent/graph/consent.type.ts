import { Field, ID, ObjectType } from 'type-graphql';
import { ConsentStateEnum } from '#modules/customers';
import { DateTime, Personal } from '#platform/graphql';
import type { ConsentState } from '../domain/consent.ts';
import type { ConsentEvidence } from '../domain/read-consent-signal.ts';

/** What the world sees of a proof. */
@Personal()
@ObjectType('ConsentEvidence', {
  description: 'What proves a line of the ledger, as its source told it; what it did not tell is null.',
})
export class ConsentEvidenceType {
  @Field(() => String, { nullable: true, description: 'When they signed up, ISO 8601.' })
  optInAt: string | null;

  @Field(() => String, { nullable: true, description: 'From which network address they signed up.' })
  optInAddress: string | null;

  @Field(() => String, { nullable: true, description: 'When they confirmed it (double opt-in), ISO 8601.' })
  confirmedAt: string | null;

  @Field(() => String, { nullable: true, description: 'From which network address they confirmed it.' })
  confirmedAddress: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The form, page, call or paper on which it was said.',
  })
  place: string | null;

  @Field(() => String, { nullable: true, description: 'Why they left.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Who of us was told.' })
  heardBy: string | null;
}

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

  @Field(() => ConsentEvidenceType, {
    description: 'The proof: time and address of opting in, the reason of leaving.',
  })
  evidence: ConsentEvidence;
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

  @Field(() => ConsentEvidenceType, {
    nullable: true,
    description: 'The proof of the line that decided.',
  })
  evidence: ConsentEvidence | null;

  @Field(() => [ConsentEntryType], {
    description: 'Every line that was weighed, newest first. A plain list: it stays short.',
  })
  ledger: ConsentEntryType[];
}
