import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Internal } from '#platform/graphql';

/** Would they recommend us, with its interval. */
@Internal()
@ObjectType({
  description:
    'Net promoter score with its 95 % interval (adjusted Wald). Below ten answers there are only counts; below thirty it is provisional.',
})
export class NpsScore {
  @Field(() => Int, { description: 'Answers.' })
  n: number;

  @Field(() => Int, { description: 'Answers 9 and 10.' })
  promoters: number;

  @Field(() => Int, { description: 'Answers 7 and 8.' })
  passives: number;

  @Field(() => Int, { description: 'Answers 0 to 6.' })
  detractors: number;

  @Field(() => Float, { nullable: true, description: '−100 to 100; null with too few answers.' })
  score: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval begins.' })
  lo: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval ends.' })
  hi: number | null;

  @Field(() => Boolean, { description: 'Whether there are so few answers that it may still turn.' })
  isProvisional: boolean;
}

/** A mean with its interval. */
@Internal()
@ObjectType({ description: 'A mean with its 95 % interval (Student).' })
export class MeanScore {
  @Field(() => Int, { description: 'How many answers.' })
  n: number;

  @Field(() => Float, { nullable: true, description: 'The mean; null with too few answers.' })
  mean: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval begins.' })
  lo: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval ends.' })
  hi: number | null;
}
