import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Internal } from './data-class.ts';

/** A share of cases with its interval, as every subject shows it. */
@Internal()
@ObjectType('Share', {
  description:
    'A share of `n` cases with its 95 % interval (Wilson). Without a single case `p`, `lo` and `hi` are null: unknown is not zero.',
})
export class ShareType {
  @Field(() => Int, { description: 'How many of `n`.' })
  k: number;

  @Field(() => Int, { description: 'How many cases in all.' })
  n: number;

  @Field(() => Float, { nullable: true, description: 'The share, 0 to 1.' })
  p: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval begins.' })
  lo: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval ends.' })
  hi: number | null;
}
