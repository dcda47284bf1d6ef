import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Personal } from '#platform/graphql';
import type { Stage } from '../domain/stage.ts';

/** Stages as the graph names them. */
export const StageEnum = {
  NEED: 'need',
  RESEARCH: 'research',
  CHOICE: 'choice',
  USE: 'use',
  ASSISTANCE: 'assistance',
  SHARE: 'share',
  REPEAT: 'repeat',
  DORMANT: 'dormant',
} as const;

registerEnumType(StageEnum, {
  name: 'Stage',
  description: 'Where a customer can stand on the journey. It is no line: people go back, and round again.',
  valuesConfig: {
    NEED: { description: 'They have noticed that they need something.' },
    RESEARCH: { description: 'They look around, and listen to others more than to us.' },
    CHOICE: { description: 'They decide: the first moment of truth.' },
    USE: { description: 'They have bought and use it: the second moment of truth.' },
    ASSISTANCE: { description: 'They need help.' },
    SHARE: { description: 'They tell others, well or badly.' },
    REPEAT: { description: 'They buy again.' },
    DORMANT: { description: 'Nothing was heard of them for a long time.' },
  },
});

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
