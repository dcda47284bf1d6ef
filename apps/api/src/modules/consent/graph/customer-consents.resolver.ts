import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { Personal, type RequestContext } from '#platform/graphql';
import { ledgersByCustomer } from '../data/consent-entries.ts';
import { foldConsents } from '../domain/consent.ts';
import { ConsentType } from './consent.type.ts';

/** What consent adds to the customer graph: `Customer.consents`. */
@Resolver(() => CustomerType)
export class CustomerConsentsResolver {
  @Personal()
  @FieldResolver(() => [ConsentType], {
    nullable: true,
    description:
      'Whether they may be contacted, for each purpose and channel the ledger names. A plain list: a handful.',
  })
  async consents(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<ConsentType[]> {
    const ledger = await ctx.load(ledgersByCustomer, customer.id);
    return foldConsents(ledger).map(({ because, ...consent }) => ({
      ...consent,
      since: because?.at ?? null,
      sourceName: because?.sourceName ?? null,
      evidence: because?.evidence ?? null,
    }));
  }
}
