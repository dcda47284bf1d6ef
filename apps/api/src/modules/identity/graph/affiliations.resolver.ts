import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import {
  type Company,
  CompanyType,
  type Customer,
  CustomerType,
  companiesById,
  customersById,
} from '#modules/customers';
import { First, Internal, Personal, pageSize, type RequestContext } from '#platform/graphql';
import {
  type CompanyPersonRow,
  formerPeopleByCompany,
  formerPlacesByCustomer,
  type PlaceRow,
  peopleByCompany,
  peopleCounts,
  placesByCustomer,
} from '../data/affiliation-rows.ts';
import { AffiliationType, CompanyPersonType } from './affiliation.type.ts';

/** `Customer.companies` and `Customer.formerCompanies`. */
@Resolver(() => CustomerType)
export class CustomerCompaniesResolver {
  @Personal()
  @FieldResolver(() => [AffiliationType], {
    description: 'Companies they belong to, the main one first. A plain list: people have a handful.',
  })
  companies(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<PlaceRow[]> {
    return ctx.load(placesByCustomer, customer.id);
  }

  @Personal()
  @FieldResolver(() => [AffiliationType], {
    description:
      'Companies that they have left, as one of us said; the one left last first. A plain list: people have a handful.',
  })
  formerCompanies(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<PlaceRow[]> {
    return ctx.load(formerPlacesByCustomer, customer.id);
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

/** `Company.people`, `Company.formerPeople` and `Company.peopleCount`. */
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
    @First(50) first?: number | null,
  ): Promise<CompanyPersonRow[]> {
    return ctx.load(peopleByCompany, { companyId: company.id, first: pageSize(first, 50) });
  }

  @Personal()
  @FieldResolver(() => [CompanyPersonType], {
    description: 'Who has left it, as one of us said; whoever left last first. A plain list for a page.',
  })
  formerPeople(
    @Root() company: Company,
    @Ctx() ctx: RequestContext,
    @First(50) first?: number | null,
  ): Promise<CompanyPersonRow[]> {
    return ctx.load(formerPeopleByCompany, { companyId: company.id, first: pageSize(first, 50) });
  }

  @Internal()
  @FieldResolver(() => Int, {
    description: 'How many belong to it, whichever is their main company; counted up to 1,000.',
  })
  peopleCount(@Root() company: Company, @Ctx() ctx: RequestContext): Promise<number> {
    return ctx.load(peopleCounts, company.id);
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
