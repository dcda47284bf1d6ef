import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import {
  type Company,
  CompanyType,
  type Customer,
  CustomerType,
  companiesById,
  customersById,
} from '#modules/customers';
import { Personal, pageSize, type RequestContext } from '#platform/graphql';
import { type PlaceRow, peopleByCompany, placesByCustomer } from '../data/affiliation-rows.ts';
import { AffiliationType, CompanyPersonType } from './affiliation.type.ts';

/** `Customer.companies`. */
@Resolver(() => CustomerType)
export class CustomerCompaniesResolver {
  @Personal()
  @FieldResolver(() => [AffiliationType], {
    description: 'Companies they belong to, the main one first. A plain list: people have a handful.',
  })
  companies(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<PlaceRow[]> {
    return ctx.load(placesByCustomer, customer.id);
  }
}

/** `Affiliation.company`. */
@Resolver(() => AffiliationType)
export class AffiliationCompanyResolver {
  @Personal()
  @FieldResolver(() => CompanyType, { description: 'The company.' })
  company(@Root() place: PlaceRow, @Ctx() ctx: RequestContext): Promise<Company | null> {
    return ctx.load(companiesById, place.companyId);
  }
}

/** `Company.people`. */
@Resolver(() => CompanyType)
export class CompanyPeopleResolver {
  @Personal()
  @FieldResolver(() => [CompanyPersonType], {
    description:
      'Who belongs to it, by name. A plain list for a page; `customers(filter: { companyId })` has pages.',
  })
  people(
    @Root() company: Company,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many: 1 to 100.' })
    first?: number | null,
  ): Promise<{ customerId: string; role: string | null }[]> {
    return ctx.load(peopleByCompany, { companyId: company.id, first: pageSize(first, 50) });
  }
}

/** `CompanyPerson.customer`. */
@Resolver(() => CompanyPersonType)
export class CompanyPersonResolver {
  @Personal()
  @FieldResolver(() => CustomerType, { description: 'Who it is.' })
  customer(@Root() person: { customerId: string }, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, person.customerId);
  }
}
