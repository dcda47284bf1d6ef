import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { CustomerType } from '#modules/customers';
import { connectionOf, DateTime, Internal, Node, Personal, resultOf } from '#platform/graphql';
import type { Reason } from '../domain/resolve.ts';
import { SourceRecordType } from './source-record.type.ts';

/** One reason for or against. */
@Internal()
@ObjectType('DoubtReason', { description: 'Something that speaks for or against one person.' })
export class DoubtReasonType implements Pick<Reason, 'text' | 'speaksFor'> {
  @Field(() => String, { description: 'For programs: `same-email`, `different-given-name` …' })
  code: string;

  @Personal()
  @Field(() => String, { description: 'For people: one sentence.' })
  text: string;

  @Field(() => Boolean, { description: 'Whether it speaks for one person.' })
  speaksFor: boolean;
}

/** A case for a person to settle. */
@Internal()
@ObjectType('Doubt', {
  implements: Node,
  description: 'Two records of two customers that may be one person: a case for somebody to settle.',
})
export class DoubtType extends Node {
  @Field(() => SourceRecordType, { description: 'The record that came later.' })
  record: SourceRecordType;

  @Personal()
  @Field(() => CustomerType, { description: 'Whose it is now.' })
  customer: CustomerType;

  @Field(() => SourceRecordType, { description: 'The record that was there.' })
  candidateRecord: SourceRecordType;

  @Personal()
  @Field(() => CustomerType, { description: 'Whose that is now.' })
  candidate: CustomerType;

  @Field(() => [DoubtReasonType], { description: 'What speaks for and against. A plain list: a handful.' })
  reasons: DoubtReasonType[];

  @Field(() => Float, {
    nullable: true,
    description:
      'How likely it is one person, 0 to 1, by what is known now: weighed again when one of their records changes and after each run over everybody. `explanation` says why. Nothing where a source says what a person here has denied.',
  })
  probability: number | null;

  @Field(() => String, { description: '`open`, `linked` or `separated`.' })
  status: string;

  @Field(() => DateTime, { description: 'When it came up.' })
  createdAt: Date;
}

/** In which order cases come. */
export enum DoubtOrder {
  WORTH = 'WORTH',
  NEWEST = 'NEWEST',
}
registerEnumType(DoubtOrder, {
  name: 'DoubtOrder',
  description: 'In which order cases come.',
  valuesConfig: {
    WORTH: {
      description:
        'What settling is worth: how likely the two are one person, times open deals and cases of the two, their orders, how many records they have, and whether their consents differ.',
    },
    NEWEST: { description: 'The newest first.' },
  },
});

/** A page of the queue. */
export const [DoubtEdge, DoubtConnection] = connectionOf(() => DoubtType, 'Doubt');

/** A settled case, or why it was not settled. */
export const DoubtResult = resultOf('DoubtResult', () => DoubtType, 'Doubt');
