import { Field, ObjectType } from 'type-graphql';
import { DateTime, Internal } from '#platform/graphql';

/** What deserves the next hour, as the world sees it. */
@Internal()
@ObjectType('Today', {
  description:
    'What deserves somebody’s next hour. Each subject adds its own section; what is the viewer’s own comes first.',
})
export class TodayType {
  @Field(() => DateTime, { description: 'The moment at which it was looked at.' })
  asOf: Date;
}
