import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { TodayType } from '#modules/today';
import { Internal, Personal, pageSize, type RequestContext } from '#platform/graphql';
import { dealsNear, type NearDeal, type ShownDeal } from '../data/shown-deals.ts';
import { DealType } from './deal.type.ts';

/** What the world sees of a deal near its day. */
@Internal()
@ObjectType('NearDeal', { description: 'An open deal near the day it should close.' })
export class NearDealType {
  @Field(() => DealType, { description: 'The deal.' })
  deal: ShownDeal;

  @Field(() => Int, { description: 'How many tickets of its customer are open.' })
  openTickets: number;
}

const dayAt = (at: Date, days: number): string =>
  new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** What sales adds to the day: deals near their day. */
@Resolver(() => TodayType)
export class TodayDealsResolver {
  @Internal()
  @FieldResolver(() => [NearDealType], {
    nullable: true,
    description:
      'Open deals that should close within 14 days, or should have within the last 30: those whose customer waits for support first.',
  })
  async deals(
    @Root() { asOf }: TodayType,
    @Arg('first', () => Int, { defaultValue: 8, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() { reads, viewer }: RequestContext,
  ): Promise<NearDealType[]> {
    const near = await dealsNear(reads, {
      from: dayAt(asOf, -30),
      until: dayAt(asOf, 14),
      name: viewer.name,
      first: pageSize(first, 8),
    });
    return near.map((deal: NearDeal) => ({ deal, openTickets: deal.openTickets }));
  }
}

/** With whom a deal is. */
@Resolver(() => DealType)
export class DealCustomerResolver {
  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'Its main customer, when one is known.' })
  customer(@Root() { customerId }: ShownDeal, @Ctx() ctx: RequestContext): Promise<Customer | null> | null {
    return customerId ? ctx.load(customersById, customerId) : null;
  }
}
