import { Ctx, Field, Float, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { Internal, type RequestContext, ShareType } from '#platform/graphql';
import {
  calibratePredictions,
  type Predicted,
  type PredictionCalibration,
} from '../calibrate-predictions.ts';

/** What is predicted, as the graph names it. */
export const PredictedEnum = {
  REPEAT: 'repeat',
  IDENTITY: 'identity',
  STAGE_WORD: 'stage-word',
  BOT: 'bot',
  PROMISE: 'promise',
} as const;
registerEnumType(PredictedEnum, {
  name: 'Predicted',
  description: 'What we predict or say, and what then happens.',
  valuesConfig: {
    REPEAT: { description: 'Who buys again, on time held out from what the model of buying learned.' },
    IDENTITY: { description: 'How likely two records are one person, and what a person decided.' },
    STAGE_WORD: {
      description: 'Where one of us said somebody stands, and where the facts of thirty days came to.',
    },
    BOT: {
      description: 'What the bot kept away from people, and what of it was solved and did not come back.',
    },
    PROMISE: { description: 'How a promise was kept on the day it was put up, and since.' },
  },
});

/** A step of predictions. */
@Internal()
@ObjectType('PredictionStep', { description: 'Predictions of about the same size, and how many came true.' })
export class PredictionStepType {
  @Field(() => Float, { description: 'What was predicted, on average, 0…1.' })
  predicted: number;

  @Field(() => ShareType, { description: 'What happened.' })
  actual: Proportion;
}

/** A calibration. */
@Internal()
@ObjectType('PredictionCalibration', {
  description: 'Predictions beside what happened. Without anything decided there is no data: `n` is 0.',
})
export class PredictionCalibrationType implements PredictionCalibration {
  @Field(() => PredictedEnum, { description: 'Of what.' })
  what: Predicted;

  @Field(() => Int, { description: 'How many predictions were decided.' })
  n: number;

  @Field(() => Float, { nullable: true, description: 'What was predicted, on average, 0…1.' })
  predicted: number | null;

  @Field(() => ShareType, { description: 'What happened.' })
  actual: Proportion;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean squared distance of prediction and outcome, 0…1; .25 is as good as tossing a coin.',
  })
  brier: number | null;

  @Field(() => [PredictionStepType], { description: 'In steps of 20 %. A plain list: at most five.' })
  steps: PredictionStepType[];
}

/** Whether what we predict is borne out. */
@Resolver()
export class CalibrationResolver {
  @Internal()
  @Query(() => [PredictionCalibrationType], {
    description: 'Everything that the house predicts, beside what happened. A plain list: five kinds.',
  })
  predictionCalibrations(@Ctx() ctx: RequestContext): Promise<PredictionCalibration[]> {
    return calibratePredictions(ctx.reads, new Date());
  }
}
