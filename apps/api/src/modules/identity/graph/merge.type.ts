import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { CustomerType } from '#modules/customers';
import { Internal, isRefused, Personal, RefusalType, resultOf } from '#platform/graphql';
import { DecisionType } from './decision.type.ts';

/** One value before and after a merge. */
@Personal()
@ObjectType('MergeField', { description: 'One value of both customers, and what it becomes.' })
export class MergeFieldType {
  @Internal()
  @Field(() => String, { description: 'Which value: `displayName`, `email`, `city` …' })
  field: string;

  @Field(() => String, { nullable: true, description: 'What the survivor has now.' })
  survivorValue: string | null;

  @Field(() => String, { nullable: true, description: 'What the other has now.' })
  otherValue: string | null;

  @Field(() => String, { nullable: true, description: 'What it becomes.' })
  result: string | null;
}

/** How much moves. */
@Internal()
@ObjectType('MovedCount', { description: 'How many of something each of the two has.' })
export class MovedCountType {
  @Field(() => String, { description: 'What: `source_record`, `deal`, `ticket`, `note` …' })
  what: string;

  @Field(() => Int, { description: 'How many the survivor has.' })
  fromSurvivor: number;

  @Field(() => Int, { description: 'How many come from the other.' })
  fromOther: number;
}

/** What a merge would give. Subjects add limbs of their own: `MergePreview.consentBecomes`. */
@Internal()
@ObjectType('MergePreview', { description: 'What a merge would give; nothing was changed.' })
export class MergePreviewType {
  /** Both customers, for the limbs. */
  survivorId: string;
  otherId: string;

  @Personal()
  @Field(() => CustomerType, { description: 'Who survives, as they are now.' })
  survivor: CustomerType;

  @Field(() => [MergeFieldType], {
    description: 'Values that differ, and what they become. A plain list: a dozen.',
  })
  fields: MergeFieldType[];

  @Field(() => [MovedCountType], { description: 'What moves. A plain list: one entry a kind.' })
  moved: MovedCountType[];

  @Personal()
  @Field(() => [String], {
    description: 'What should be looked at before: sentences. A plain list: a handful.',
  })
  warnings: string[];
}

/** A merge that was done. */
@Internal()
@ObjectType('MergeDone', { description: 'Two customers became one.' })
export class MergeDoneType {
  @Personal()
  @Field(() => CustomerType, { description: 'Who survived.' })
  customer: CustomerType;

  @Field(() => DecisionType, { description: 'The decision: give its id to `unmergeCustomer` to undo it.' })
  decision: DecisionType;
}

/** A merge, what it would give, or why it was refused. */
export const MergeResult = createUnionType({
  name: 'MergeResult',
  description: 'A merge that was done, what it would give (a dry run), or why it was refused.',
  types: () => [MergeDoneType, MergePreviewType, RefusalType] as const,
  resolveType: (value) =>
    isRefused(value) ? 'Refusal' : 'decision' in (value as object) ? 'MergeDone' : 'MergePreview',
});

/** A merge that was undone. */
@Internal()
@ObjectType('UnmergeDone', { description: 'One customer became two again.' })
export class UnmergeDoneType {
  @Personal()
  @Field(() => [CustomerType], {
    description: 'Who they are: the one that stayed, and the one that is back. A plain list: two.',
  })
  customers: CustomerType[];

  @Field(() => DecisionType, { description: 'The decision to undo.' })
  decision: DecisionType;
}

/** An undone merge, or why it was refused. */
export const UnmergeResult = resultOf('UnmergeResult', () => UnmergeDoneType, 'UnmergeDone');
