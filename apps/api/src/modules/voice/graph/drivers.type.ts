import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Internal } from '#platform/graphql';

/** What goes with recommending us. */
@Internal()
@ObjectType({
  description: 'Something that goes with recommending us; that is not to say that it causes it.',
})
export class NpsDriver {
  @Field(() => String, { description: 'What was rated.' })
  name: string;

  @Field(() => Float, { description: 'Its share of what the ratings explain, 0 to 1 (LMG).' })
  share: number;

  @Field(() => Float, { nullable: true, description: 'Where the middle 95 % over resampled answers begin.' })
  lo: number | null;

  @Field(() => Float, { nullable: true, description: 'Where they end.' })
  hi: number | null;

  @Field(() => Float, { description: 'How it is rated on average.' })
  mean: number;

  @Field(() => String, {
    description: '`improve` (important, rated badly), `keep` (important, rated well), `maintain`, `watch`.',
  })
  quadrant: string;
}

/** The drivers of a search, or why there are none. */
@Internal()
@ObjectType({ description: 'What goes with recommending us, behind its gate.' })
export class NpsDrivers {
  @Field(() => Int, { description: 'Answers with every rating.' })
  n: number;

  @Field(() => Int, { nullable: true, description: 'How many are needed, when there are too few.' })
  needed: number | null;

  @Field(() => Float, { nullable: true, description: 'The share of the answers that the ratings explain.' })
  r2: number | null;

  @Field(() => [NpsDriver], {
    description: 'Most important first; none behind the gate. A plain list: at most ten.',
  })
  drivers: NpsDriver[];
}
