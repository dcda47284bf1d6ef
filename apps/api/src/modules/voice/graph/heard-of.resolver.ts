import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { DateTime, Internal, Personal, pageSize, type RequestContext } from '#platform/graphql';
import { countHeardWays, customersOfRecords, heardOfByCustomer, referralsTo } from '../data/heard-of.ts';
import { type HeardOf, heardShares } from '../domain/heard-of.ts';
import type { Referral } from '../domain/told.ts';
import { HeardOfType, HeardSharesType } from './heard-of.type.ts';
import { ReferralType } from './referral.type.ts';

/** What word of mouth adds to the customer graph: `Customer.heardOf`, `.referredBy`. */
@Resolver(() => CustomerType)
export class CustomerHeardOfResolver {
  @Internal()
  @FieldResolver(() => HeardOfType, {
    nullable: true,
    description: 'How they heard of us, as they said first; null: nobody has asked them yet.',
  })
  heardOf(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<HeardOf | null> {
    return ctx.load(heardOfByCustomer, customer.id);
  }

  @Personal()
  @FieldResolver(() => [ReferralType], {
    nullable: true,
    description: 'Who recommended us to them, newest first. A plain list: as many as told them.',
  })
  referredBy(
    @Root() customer: Customer,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Referral[]> {
    return ctx.load(referralsTo, { customerId: customer.id, first: pageSize(first, 20) });
  }
}

/** The two ends of a referral. */
@Resolver(() => ReferralType)
export class ReferralEndsResolver {
  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'Who recommended us.' })
  customer(@Root() referral: Referral, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, referral.customerId);
  }

  @Personal()
  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'To whom, where that is known: whoever their record belongs to now.',
  })
  async invited(@Root() referral: Referral, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    if (!referral.invitedRecordId) return null;
    const id = await ctx.load(customersOfRecords, referral.invitedRecordId);
    return id ? ctx.load(customersById, id) : null;
  }
}

/** How people heard of us, counted. */
@Resolver(() => HeardSharesType)
export class HeardSharesResolver {
  @Internal()
  @Query(() => HeardSharesType, {
    description:
      'How customers heard of us, by what each said first. It is what they say, beside what attribution counts.',
  })
  async heardShares(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateTime, { nullable: true, description: 'Said at this time or later.' })
    from?: Date | null,
  ): Promise<HeardSharesType> {
    const ways = heardShares(await countHeardWays(ctx.reads, from ?? null));
    return { n: ways[0]?.share.n ?? 0, ways };
  }
}
