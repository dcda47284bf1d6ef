import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import {
  type Company,
  CompanyType,
  type Customer,
  CustomerType,
  companiesById,
  MoneyType,
} from '#modules/customers';
import { After, type Connection, First, Internal, pageSize, type RequestContext } from '#platform/graphql';
import { loadPage } from '#platform/pages';
import {
  dealPagesOfCompanies,
  dealPagesOfCustomers,
  dealsByCompany,
  dealsByCustomer,
  type ShownDeal,
} from '../data/shown-deals.ts';
import type { DealOutcome } from '../domain/read-pipeline-signal.ts';
import { DealConnection, DealOutcomeEnum, DealType } from './deal.type.ts';

const Outcome = (): ReturnType<typeof Arg> =>
  Arg('outcome', () => DealOutcomeEnum, { nullable: true, description: 'Only deals that ended so.' });

/** What sales adds to the customer graph: `Customer.deals`, `.dealsConnection`. */
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
    @Outcome() outcome: DealOutcome | null,
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

  @Internal()
  @FieldResolver(() => DealConnection, {
    nullable: true,
    description: 'All deals they are on, in the order of `deals`, page by page.',
  })
  dealsConnection(
    @Root() customer: Customer,
    @Outcome() outcome: DealOutcome | null,
    @First(20) first: number | null,
    @After() after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ShownDeal>> {
    return loadPage(ctx, dealPagesOfCustomers, {
      parent: customer.id,
      asked: { outcome: outcome ?? null },
      first,
      after,
    });
  }
}

/** What sales adds to companies: `Company.deals`, `.dealsConnection`. */
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
    @Outcome() outcome: DealOutcome | null,
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

  @Internal()
  @FieldResolver(() => DealConnection, {
    nullable: true,
    description: 'All deals with it, in the order of `deals`, page by page.',
  })
  dealsConnection(
    @Root() company: Company,
    @Outcome() outcome: DealOutcome | null,
    @First(20) first: number | null,
    @After() after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ShownDeal>> {
    return loadPage(ctx, dealPagesOfCompanies, {
      parent: company.id,
      asked: { outcome: outcome ?? null },
      first,
      after,
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
