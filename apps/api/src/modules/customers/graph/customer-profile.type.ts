import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, Internal, Personal } from '#platform/graphql';

/** A value and the record it was taken from. */
@Internal()
@ObjectType('GoldenValue', { description: 'A chosen value and where it came from.' })
export class GoldenValueType {
  @Personal()
  @Field(() => String, { description: 'The value.' })
  value: string;

  @Field(() => String, { description: 'Which source says so.' })
  sourceName: string;

  @Field(() => ID, { description: 'The source record it was taken from.' })
  sourceRecordId: string;

  @Field(() => String, {
    description:
      'Why this one: `pinned` by a person here, `only` one says so, `most-recent`, `most-trusted`, `most-complete`.',
  })
  rule: string;

  @Field(() => DateTime, { description: 'When the source last said so.' })
  observedAt: Date;
}

const golden = (description: string): PropertyDecorator =>
  Field(() => GoldenValueType, { nullable: true, description });

/** What we know of a person, value by value. */
@Personal()
@ObjectType('CustomerProfile', {
  description: 'What we know of a person: each value with the record it was taken from.',
})
export class CustomerProfileType {
  @golden('Given name.')
  givenName: GoldenValueType | null;

  @golden('Family name.')
  familyName: GoldenValueType | null;

  @golden('Jr, Sr, III.')
  nameSuffix: GoldenValueType | null;

  @golden('What they do in their company.')
  jobTitle: GoldenValueType | null;

  @golden('BCP 47 tag of their language.')
  language: GoldenValueType | null;

  @golden('Time zone.')
  timeZone: GoldenValueType | null;

  @golden('Where they live.')
  city: GoldenValueType | null;

  @golden('ISO 3166 code, or the source’s own word when it is none.')
  country: GoldenValueType | null;

  @golden('`YYYY-MM-DD`.')
  birthDate: GoldenValueType | null;

  @golden('Their page on the web.')
  website: GoldenValueType | null;

  @golden('The stage in the word of the source.')
  lifecycle: GoldenValueType | null;
}
