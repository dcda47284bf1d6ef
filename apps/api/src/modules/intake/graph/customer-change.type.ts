import { Field, ObjectType } from 'type-graphql';
import { Internal } from '#platform/graphql';

/** One event of `customerChanged`. */
@Internal()
@ObjectType('CustomerChange', { description: 'A customer changed: what, and where in the feed that stands.' })
export class CustomerChangeType {
  @Field(() => [String], { description: 'What happened: kinds of signals, `profile`, `merged`, `note` …' })
  kinds: string[];

  @Field(() => String, { description: 'Opaque: give it as `after` to go on from here after being away.' })
  cursor: string;

  customerId: string;
}
