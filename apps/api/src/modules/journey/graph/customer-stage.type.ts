import { Field, ObjectType } from 'type-graphql';
import { StageEnum } from '#modules/customers';
import { DateTime, Personal } from '#platform/graphql';
import type { Stage } from '../domain/stage.ts';

/** What the world sees of a stretch in one stage. */
@Personal()
@ObjectType('StagePeriod', { description: 'A stretch of time in one stage.' })
export class StagePeriodType {
  @Field(() => StageEnum, { description: 'The stage.' })
  stage: Stage;

  @Field(() => DateTime, { description: 'When it began.' })
  from: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; nothing for the present one.' })
  to: Date | null;

  @Field(() => String, { description: 'The fact that began it: `deal-won`, `ticket-opened`.' })
  because: string;
}

/** What the world sees of where a customer stands. */
@Personal()
@ObjectType('CustomerStage', { description: 'Where a customer stands on the journey, and why.' })
export class CustomerStageType {
  @Field(() => StageEnum, { description: 'The stage.' })
  stage: Stage;

  @Field(() => DateTime, { description: 'Since when they stand there.' })
  since: Date;

  @Field(() => String, {
    description:
      'The fact that is the reason (`deal-won`, `ticket-opened`), or `source-word`: what their source calls it.',
  })
  because: string;

  @Field(() => DateTime, { description: 'When that fact happened.' })
  becauseAt: Date;

  @Field(() => [StageEnum], { description: 'Stages that may come next, the likeliest first.' })
  next: readonly Stage[];

  @Field(() => [StagePeriodType], {
    description: 'Every stretch so far, oldest first. A plain list: a handful in a life.',
  })
  history: StagePeriodType[];
}
