import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Internal, type RequestContext } from '#platform/graphql';
import { summariesByCustomer } from '../data/summaries.ts';
import type { Customer } from '../domain/customer.ts';
import type { CustomerSummary } from '../domain/summary.ts';
import { CustomerType } from './customer.type.ts';
import { CustomerSummaryType } from './customer-summary.type.ts';

/** `Customer.summary`. */
@Resolver(() => CustomerType)
export class CustomerSummaryResolver {
  @Internal()
  @FieldResolver(() => CustomerSummaryType, { description: 'What lists show of a customer, in one row.' })
  async summary(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<CustomerSummaryType> {
    return shown(await ctx.load(summariesByCustomer, customer.id));
  }
}

// Somebody of whom nothing was summed up yet has done nothing yet.
const shown = (summary: CustomerSummary | null): CustomerSummaryType => ({
  openDeals: summary?.openDeals ?? 0,
  openDealValue: { amount: summary?.openDealValue ?? 0, currency: summary?.currency ?? null },
  wonValue: { amount: summary?.wonValue ?? 0, currency: summary?.currency ?? null },
  orders: summary?.orders ?? 0,
  openTickets: summary?.openTickets ?? 0,
  tickets: summary?.tickets ?? 0,
  emailConsent: summary?.emailConsent ?? null,
  lastInteractionAt: summary?.lastInteractionAt ?? null,
  lastInteractionKind: summary?.lastInteractionKind ?? null,
  lastDepartment: summary?.lastDepartment ?? null,
  experienced: summary?.experienced ?? null,
  remembered: summary?.remembered ?? null,
  memoryStrength: summary?.memoryStrength ?? null,
  lastOutcome: summary?.lastOutcome ?? null,
  isFading: summary?.isFading ?? false,
});
