import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { CustomerType } from '#modules/customers';
import { Internal, Personal, resultOf } from '#platform/graphql';
import type { CohesionAlarm } from '../domain/cohesion-alarms.ts';
import type { Outcome } from '../domain/engine/outcomes.ts';
import type { EvidenceLine } from '../domain/explain.ts';
import { DecisionType } from './decision.type.ts';
import { DoubtReasonType } from './doubt.type.ts';
import { SourceRecordType } from './source-record.type.ts';

/** One step of the waterfall. */
@Internal()
@ObjectType('MatchEvidence', {
  description:
    'What one feature of two records says about whether they are one person: a step of a waterfall.',
})
export class MatchEvidenceType implements EvidenceLine {
  @Field(() => String, {
    description:
      'For programs: `given`, `family`, `middle`, `organisation`, `email`, `phone`, `birth`, `street`, `area`, `id`, `web`, `gender`.',
  })
  feature: string;

  @Field(() => String, { description: 'The feature in English.' })
  name: string;

  @Field(() => String, {
    description: 'How the two stand to each other, in English: `same`, `one letter`, `different` …',
  })
  level: string;

  @Field(() => Float, {
    description:
      'Bits for (positive) or against (negative) one person. All lines and the prior add up to `bits`.',
  })
  bits: number;

  @Personal()
  @Field(() => [String], {
    description: 'What the first says, in the form in which equal things are equal. A plain list: a handful.',
  })
  left: string[];

  @Personal()
  @Field(() => [String], {
    description:
      'What the second says, in the form in which equal things are equal. A plain list: a handful.',
  })
  right: string[];

  @Field(() => Float, {
    nullable: true,
    description: 'Where the two agree on a value: one in so many strangers has it, too.',
  })
  oneIn: number | null;

  @Field(() => Float, {
    description: 'What if it were ignored: how likely the two would be one person, 0 to 1.',
  })
  probabilityWithout: number;

  @Field(() => String, {
    description: 'What the engine would do if it were ignored: `automatic`, `review` or `separate`.',
  })
  outcomeWithout: Outcome;
}

/** Why two may be one person. */
@Internal()
@ObjectType('MatchExplanation', {
  description:
    'Why two records may be one person: a waterfall in bits (log2 of the odds), computed now from the model and the frequencies of the last run over everybody.',
})
export class MatchExplanationType {
  @Field(() => SourceRecordType, { description: 'The first of the two.' })
  record: SourceRecordType;

  @Field(() => SourceRecordType, { description: 'The second of the two.' })
  otherRecord: SourceRecordType;

  @Field(() => Float, {
    description: 'Bits before anything is compared: how rarely any two records are one person.',
  })
  prior: number;

  @Field(() => [MatchEvidenceType], {
    description: 'The steps, in the order in which they add up. A plain list: at most twelve.',
  })
  lines: MatchEvidenceType[];

  @Field(() => Float, { description: 'The sum: bits for one person.' })
  bits: number;

  @Field(() => Float, { description: 'The same as a probability, 0 to 1.' })
  probability: number;

  @Field(() => Float, { description: 'How likely they are two people of one household, 0 to 1.' })
  related: number;

  @Field(() => [DoubtReasonType], {
    description: 'What forbids joining them unseen, however likely it is. A plain list: a handful.',
  })
  objections: DoubtReasonType[];

  @Field(() => String, {
    description: 'What the engine would do: `automatic`, `review` or `separate`.',
  })
  outcome: string;

  @Field(() => Boolean, { description: 'Somebody here has said that the two are two people.' })
  keptApart: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The run over everybody whose model was used; nothing while it is the one shipped.',
  })
  modelId: string | null;
}

/** Something that somebody should look at. */
@Internal()
@ObjectType('CohesionAlarm', {
  description:
    'Something about the records of a customer that looks as if two people had been taken for one.',
})
export class CohesionAlarmType implements CohesionAlarm {
  @Field(() => String, { description: 'For programs: `bridge`, `names`, `birth-dates` or `large`.' })
  code: CohesionAlarm['code'];

  @Field(() => String, { description: 'For people: one sentence.' })
  text: string;

  @Field(() => [ID], {
    description: 'The records on one side of it; none where it is about all. A plain list: at most 59.',
  })
  recordIds: string[];
}

/** How the records of a customer hold together. */
@Internal()
@ObjectType('Cohesion', { description: 'What holds the records of a customer together.' })
export class CohesionType {
  @Field(() => [MatchExplanationType], {
    description:
      'The strongest links that join all records, strongest first: one fewer than there are records. A plain list: at most 59.',
  })
  links: MatchExplanationType[];

  @Field(() => MatchExplanationType, {
    nullable: true,
    description: 'The weakest of them; nothing for a customer of one record.',
  })
  weakest: MatchExplanationType | null;

  @Field(() => [[ID]], {
    description:
      'The records of the two groups that would be left without the weakest link. A plain list: two.',
  })
  without: string[][];

  @Field(() => [CohesionAlarmType], {
    description: 'What looks as if two people had been taken for one. A plain list: at most four.',
  })
  alarms: CohesionAlarmType[];
}

/** Somebody near a customer. */
@Internal()
@ObjectType('HouseholdMember', {
  description: 'Somebody else who probably lives with a customer: related, and not the same person.',
})
export class HouseholdMemberType {
  @Personal()
  @Field(() => CustomerType, { description: 'The other customer.' })
  customer: CustomerType;

  @Field(() => Float, { description: 'How likely the two are of one household, 0 to 1.' })
  probability: number;

  @Field(() => [String], {
    description:
      'What they share, for programs: `family`, `street`, `phone`, `email`, `area`. A plain list: a handful.',
  })
  shares: string[];

  @Personal()
  @Field(() => [String], {
    description: 'The same for people: "address: 12 elm street". A plain list: a handful.',
  })
  because: string[];
}

/** Somebody a customer may be. */
@Internal()
@ObjectType('LikelyCustomer', { description: 'Another customer who may be the same person.' })
export class LikelyCustomerType {
  @Personal()
  @Field(() => CustomerType, { description: 'The other customer.' })
  customer: CustomerType;

  @Field(() => Float, { description: 'How likely they are one person, 0 to 1.' })
  probability: number;
}

/** A record split off, or two kept apart. */
@Internal()
@ObjectType('SplitDone', { description: 'A record was split off, or two were kept apart; what it led to.' })
export class SplitDoneType {
  @Personal()
  @Field(() => CustomerType, { description: 'Whose the record was, or the first of the two.' })
  customer: CustomerType;

  @Personal()
  @Field(() => CustomerType, { description: 'Whose the record is now, or the second of the two.' })
  other: CustomerType;

  @Field(() => DecisionType, { description: 'The decision; `unmergeCustomer` undoes a split.' })
  decision: DecisionType;
}

/** What splitting came to. */
export const SplitResult = resultOf('SplitResult', () => SplitDoneType, 'SplitDone');

/** Safe cases settled together. */
@Internal()
@ObjectType('SafeLinks', { description: 'Cases settled together, undone together.' })
export class SafeLinksType {
  @Field(() => ID, { description: 'Names what was done, for `undoSafeLinks`.' })
  runId: string;

  @Field(() => Int, { description: 'How many cases were settled, or taken back.' })
  count: number;
}
