import { Field, ObjectType } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { Internal, ShareType } from '#platform/graphql';
import { MeanScore } from './score.type.ts';

/** The gap of one product. */
@Internal()
@ObjectType({ description: 'What customers expected of a product and what they found.' })
export class ProductGap {
  @Field(() => String, { description: 'The product.' })
  product: string;

  @Field(() => MeanScore, { description: 'Found − expected, −4 to +4.' })
  gap: MeanScore;

  @Field(() => ShareType, { description: 'Caused by what was expected, of the cases with a known cause.' })
  caused: Proportion;

  @Field(() => Boolean, {
    description:
      'Whether what is said before the purchase should be mended: twenty cases, and the interval above 30 %.',
  })
  fixContent: boolean;

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}
