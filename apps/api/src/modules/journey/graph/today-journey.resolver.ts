import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { TodayType } from '#modules/today';
import { Internal, Personal, pageSize, type RequestContext } from '#platform/graphql';
import { movedSince, stuckNow } from '../data/today.ts';
import { stagesOf } from '../domain/department-stages.ts';
import { StageMoveType, StuckCustomerType } from './today-journey.type.ts';

const week = 7 * 86_400_000;

/** What the journey adds to the day: who moved, and who is stuck. */
@Resolver(() => TodayType)
export class TodayJourneyResolver {
  @Internal()
  @FieldResolver(() => [StageMoveType], {
    nullable: true,
    description:
      'Who came to a stage of the viewer’s department within seven days: one’s own customers first, then the latest.',
  })
  moved(
    @Root() { asOf }: TodayType,
    @Arg('first', () => Int, { defaultValue: 6, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() { reads, viewer }: RequestContext,
  ): Promise<StageMoveType[]> {
    const asked = { name: viewer.name, stages: stagesOf(viewer.department), asOf, first: pageSize(first, 6) };
    return movedSince(reads, asked, new Date(asOf.getTime() - week));
  }

  @Internal()
  @FieldResolver(() => [StuckCustomerType], {
    nullable: true,
    description:
      'Who is in a stage of the viewer’s department longer than half ever stayed: one’s own first, then with an open deal, then the latest.',
  })
  stuck(
    @Root() { asOf }: TodayType,
    @Arg('first', () => Int, { defaultValue: 6, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() { reads, viewer }: RequestContext,
  ): Promise<StuckCustomerType[]> {
    return stuckNow(reads, {
      name: viewer.name,
      stages: stagesOf(viewer.department),
      asOf,
      first: pageSize(first, 6),
    });
  }
}

/** Who moved. */
@Resolver(() => StageMoveType)
export class StageMoveResolver {
  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'Who it is.' })
  customer(@Root() { customerId }: StageMoveType, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, customerId);
  }
}

/** Who is stuck. */
@Resolver(() => StuckCustomerType)
export class StuckCustomerResolver {
  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'Who it is.' })
  customer(@Root() { customerId }: StuckCustomerType, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, customerId);
  }
}
