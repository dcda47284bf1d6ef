import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import {
  type Company,
  CompanyType,
  type Customer,
  CustomerType,
  companiesById,
  MoneyType,
} from '#modules/customers';
import { Internal, pageSize, type RequestContext } from '#platform/graphql';
import { dealsByCompany, dealsByCustomer, type ShownDeal } from '../data/shown-deals.ts';
import type { DealOutcome } from '../domain/read-pipeline-signal.ts';
import { DealOutcomeEnum, DealType } from './deal.type.ts';

/** What sales adds to the customer graph: `Customer.deals`. */
@Resolver(() => CustomerType)
export class CustomerDealsResolver {
  @Internal()
  @FieldResolver(() => [DealType], {
    nullable: true,
    description:
      'Deals they are on: open ones first, by the day they should close; then closed ones, newest first.',
  })
  deals(
    @Root() customer: Customer,
    @Arg('outcome', () => DealOutcomeEnum, { nullable: true, description: 'Only deals that ended so.' })
    outcome: DealOutcome | null,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ShownDeal[]> {
    return ctx.load(dealsByCustomer, {
      id: customer.id,
      outcome: outcome ?? null,
      first: pageSize(first, 20),
    });
  }
}

/** What sales adds to companies: `Company.deals`. */
@Resolver(() => CompanyType)
export class CompanyDealsResolver {
  @Internal()
  @FieldResolver(() => [DealType], {
    nullable: true,
    description:
      'Deals with it, also those on which nobody of its people is: open ones first, by the day they should close; then closed ones, newest first.',
  })
  deals(
    @Root() company: Company,
    @Arg('outcome', () => DealOutcomeEnum, { nullable: true, description: 'Only deals that ended so.' })
    outcome: DealOutcome | null,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ShownDeal[]> {
    return ctx.load(dealsByCompany, {
      id: company.id,
      outcome: outcome ?? null,
      first: pageSize(first, 20),
    });
  }
}

/** What a deal is worth, and for which company. */
@Resolver(() => DealType)
export class DealResolver {
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What it is worth. Support does not see it.',
  })
  amount(@Root() deal: ShownDeal): MoneyType | null {
    return deal.amount === null ? null : { amount: deal.amount, currency: deal.currency };
  }

  @FieldResolver(() => CompanyType, {
    nullable: true,
    description: 'The company it is with, when one is named.',
  })
  company(@Root() deal: ShownDeal, @Ctx() ctx: RequestContext): Promise<Company | null> | null {
    return deal.companyId ? ctx.load(companiesById, deal.companyId) : null;
  }
}
