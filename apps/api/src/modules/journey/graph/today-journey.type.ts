import { Field, Float, ObjectType } from 'type-graphql';
import { StageEnum } from '#modules/customers';
import { DateTime, Personal } from '#platform/graphql';

/** What the world sees of a move. */
@Personal()
@ObjectType('StageMove', { description: 'A customer who came from one stage to another.' })
export class StageMoveType {
  /** For the limb that finds the customer. */
  customerId: string;

  @Field(() => StageEnum, { nullable: true, description: 'Where they were.' })
  fromStage: string | null;

  @Field(() => StageEnum, { description: 'Where they are now.' })
  stage: string;

  @Field(() => DateTime, { description: 'When they came there.' })
  at: Date;

  @Field(() => String, { description: 'The fact that led there: `deal-opened`, `override`.' })
  cause: string;
}

/** What the world sees of somebody stuck. */
@Personal()
@ObjectType('StuckCustomer', { description: 'A customer who is in a stage longer than half ever stayed.' })
export class StuckCustomerType {
  /** For the limb that finds the customer. */
  customerId: string;

  @Field(() => StageEnum, { description: 'The stage.' })
  stage: string;

  @Field(() => DateTime, { description: 'Since when they are there.' })
  since: Date;

  @Field(() => Float, { description: 'Half have left after so many days (Kaplan–Meier).' })
  medianDays: number;
}
