import { Field, Float, Int, ObjectType } from 'type-graphql';
import { StageEnum } from '#modules/customers';
import { DateTime, Internal, Node, Personal } from '#platform/graphql';

/** What the world sees of a stretch in one stage. */
@Personal()
@ObjectType('StagePeriod', { description: 'A stretch of time in one stage.' })
export class StagePeriodType {
  @Field(() => StageEnum, { description: 'The stage.' })
  stage: string;

  @Field(() => DateTime, { description: 'When it began.' })
  from: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; nothing for the present one.' })
  to: Date | null;

  @Field(() => String, { description: 'The fact that began it: `deal-won`, `ticket-opened`, `override`.' })
  cause: string;
}

/** What the world sees of a fact that speaks for a stage. */
@Personal()
@ObjectType('StageReason', { description: 'A fact that weighs for the stage somebody stands in.' })
export class StageReasonType {
  @Field(() => String, {
    description: 'The kind of fact, in kebab-case: `deal-won`, `content-consumed`, `override`.',
  })
  kind: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at: Date;

  @Field(() => Float, {
    description:
      'Its points when the last fact happened: as many as the map gives, halved for each half-life since.',
  })
  points: number;

  /** For the limb that finds the event behind it. */
  customerId: string;
  factKey: string;
}

/** What the world sees of where people usually go. */
@Internal()
@ObjectType('NextStage', { description: 'Where people went from a stage, of all the times it was entered.' })
export class NextStageType {
  @Field(() => StageEnum, { description: 'The stage they went to.' })
  stage: string;

  @Field(() => Int, { description: 'How many times.' })
  n: number;

  @Field(() => Float, { nullable: true, description: 'Of all the times the stage was entered, 0 to 1.' })
  share: number | null;

  @Field(() => Float, { nullable: true, description: 'Where Wilson’s 95 % interval begins.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'Where that interval ends.' })
  high: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Half of those who went there had gone after so many days.',
  })
  medianDays: number | null;
}

/** What the world sees of a step of a curve. */
@Internal()
@ObjectType('StayStep', { description: 'A step of the curve of those who are still there.' })
export class StayStepType {
  @Field(() => Float, { description: 'Days since they came.' })
  days: number;

  @Field(() => Float, { description: 'The share that is still there afterwards, 0 to 1.' })
  stay: number;
}

/** What the world sees of how long others stayed. */
@Internal()
@ObjectType('UsualStay', {
  description: 'How long people stay in a stage: Kaplan–Meier, those still there counted.',
})
export class UsualStayType {
  @Field(() => Int, { description: 'How many times the stage was entered.' })
  entered: number;

  @Field(() => Int, { description: 'How many of these it was left.' })
  left: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Half have left after so many days; nothing when more than half are still there.',
  })
  medianDays: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the 95 % interval of the median begins.' })
  lowDays: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Where it ends; nothing when it is open.',
  })
  highDays: number | null;

  @Field(() => [StayStepType], {
    description: 'The share still there by days, thinned. A plain list: at most sixty steps.',
  })
  curve: StayStepType[];

  @Field(() => DateTime, { description: 'When this was counted.' })
  countedAt: Date;
}

/** What the world sees of somebody’s own word. */
@Personal()
@ObjectType('StageOverride', {
  implements: Node,
  description: 'One of us said where a customer stands, against what the facts said, and why.',
})
export class StageOverrideType extends Node {
  @Field(() => StageEnum, { description: 'Where they said the customer stands.' })
  stage: string;

  @Field(() => StageEnum, { nullable: true, description: 'Where the facts saw the customer then.' })
  saidStage: string | null;

  @Field(() => String, { description: 'Why, in their words.' })
  reason: string;

  @Field(() => String, { description: 'Who said it.' })
  byName: string;

  @Field(() => DateTime, { description: 'When they said it.' })
  at: Date;
}

/** What the world sees of where a customer stands. */
@Personal()
@ObjectType('CustomerStage', { description: 'Where a customer stands on the journey, and why.' })
export class CustomerStageType {
  /** For the limbs. */
  customerId: string;

  @Field(() => StageEnum, { description: 'The stage.' })
  stage: string;

  @Field(() => DateTime, { description: 'Since when they stand there.' })
  since: Date;

  @Field(() => String, {
    description:
      'What led there: a fact (`deal-won`, `ticket-opened`), `override` by one of us, or `source-word`: what their source calls it.',
  })
  cause: string;

  @Field(() => DateTime, { description: 'When that happened.' })
  causeAt: Date;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of the stage in all points, 0 to 1; nothing when only a source’s word is known.',
  })
  confidence: number | null;

  @Field(() => [StageReasonType], {
    description: 'The facts that weigh most for the stage, the heaviest first. A plain list: at most three.',
  })
  because: StageReasonType[];

  @Field(() => DateTime, { description: 'The last fact that is known.' })
  lastFactAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when they count as dormant: a flag, the stage stays. Nothing while they are awake.',
  })
  dormantSince: Date | null;

  @Field(() => String, { description: 'The version of the map that says so.' })
  settings: string;
}

/** What the world sees of another journey somebody is on. */
@Personal()
@ObjectType('CustomerTrack', { description: 'Where a customer stands on another journey than the main one.' })
export class CustomerTrackType {
  @Field(() => String, { description: 'The name of the journey.' })
  journey: string;

  @Field(() => String, { description: 'The stage, as that journey calls it.' })
  stage: string;

  @Field(() => DateTime, { description: 'Since when they stand there.' })
  since: Date;

  @Field(() => String, { description: 'The fact that led there.' })
  cause: string;

  @Field(() => Float, { nullable: true, description: 'The share of the stage in all points, 0 to 1.' })
  confidence: number | null;

  @Field(() => String, { description: 'The version of the map that says so.' })
  settings: string;
}
