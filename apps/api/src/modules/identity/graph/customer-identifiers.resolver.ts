import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { Personal, type RequestContext } from '#platform/graphql';
import { identifiersByCustomer } from '../data/identifier-rows.ts';
import { sortOf } from '../domain/shown-identifier.ts';
import { IdentifierType, shownIdentifier } from './identifier.type.ts';

async function identifiersOf(ctx: RequestContext, customer: Customer, sorts: readonly string[]) {
  const rows = await ctx.load(identifiersByCustomer, customer.id);
  return rows.filter(({ kind }) => sorts.includes(sortOf(kind))).map(shownIdentifier);
}

/** What identity adds to the customer: `emails`, `phones`, `handles`, all from one statement. */
@Resolver(() => CustomerType)
export class CustomerIdentifiersResolver {
  @Personal()
  @FieldResolver(() => [IdentifierType], { description: 'Mailboxes. A plain list: people have a handful.' })
  emails(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<IdentifierType[]> {
    return identifiersOf(ctx, customer, ['email']);
  }

  @Personal()
  @FieldResolver(() => [IdentifierType], { description: 'Telephones. A plain list: people have a handful.' })
  phones(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<IdentifierType[]> {
    return identifiersOf(ctx, customer, ['phone']);
  }

  @Personal()
  @FieldResolver(() => [IdentifierType], {
    description: 'Names in networks and ids of other systems. A plain list: people have a handful.',
  })
  handles(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<IdentifierType[]> {
    return identifiersOf(ctx, customer, ['handle', 'external']);
  }
}
