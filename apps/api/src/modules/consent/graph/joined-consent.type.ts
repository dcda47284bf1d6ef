import { Field, ObjectType } from 'type-graphql';
import { ConsentStateEnum } from '#modules/customers';
import { Personal } from '#platform/graphql';
import type { ConsentState, JoinedConsent } from '../domain/consent.ts';

/** What the world sees of consent before and after a merge. */
@Personal()
@ObjectType('JoinedConsent', {
  description: 'Consent for one purpose on one channel: what each of two customers has, and what it becomes.',
})
export class JoinedConsentType implements JoinedConsent {
  @Field(() => String, { description: 'What for: `marketing`, or `any`.' })
  purpose: string;

  @Field(() => String, { description: 'The channel: `email`, `sms`, `phone`, `post`, or `any`.' })
  channel: string;

  @Field(() => ConsentStateEnum, { description: 'What the survivor has now.' })
  survivor: ConsentState;

  @Field(() => ConsentStateEnum, { description: 'What the other has now.' })
  other: ConsentState;

  @Field(() => ConsentStateEnum, { description: 'What it becomes: the stricter of the two.' })
  result: ConsentState;
}
