import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { TodayType } from '#modules/today';
import { Internal, pageSize, type RequestContext } from '#platform/graphql';
import { promisesDue, type ShownPromise } from '../data/promises.ts';
import { PromiseType } from './promise.type.ts';

/** What promises add to the day: what we said we would do, and have to do now. */
@Resolver(() => TodayType)
export class TodayPromisesResolver {
  @Internal()
  @FieldResolver(() => [PromiseType], {
    nullable: true,
    description:
      'Promises that are overdue or due within two days: one’s own first, those that became due in the last two weeks before older ones, then by when they are due.',
  })
  promisesDue(
    @Root() { asOf }: TodayType,
    @Arg('first', () => Int, { defaultValue: 8, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() { reads, viewer }: RequestContext,
  ): Promise<ShownPromise[]> {
    return promisesDue(reads, { promiserId: viewer.id, asOf, first: pageSize(first, 8) });
  }
}
