import { Query, Resolver } from 'type-graphql';
import { Internal } from '#platform/graphql';
import { TodayType } from './today.type.ts';

/** The way into the day. */
@Resolver(() => TodayType)
export class TodayResolver {
  @Internal()
  @Query(() => TodayType, { description: 'What deserves the viewer’s next hour.' })
  today(): TodayType {
    return { asOf: new Date() };
  }
}
