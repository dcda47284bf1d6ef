import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Found, neighbours, type Search } from '#modules/house';
import { First, Internal, Personal, pageSize, type RequestContext } from '#platform/graphql';
import { companiesById } from '../data/companies.ts';
import { customersById } from '../data/customers.ts';
import { findCompanies, findCustomers } from '../data/search.ts';
import type { Company } from '../domain/company.ts';
import type { Customer } from '../domain/customer.ts';
import { readSearch } from '../domain/search-words.ts';
import { CompanyType } from './company.type.ts';
import { CustomerType } from './customer.type.ts';
import { SearchHitType } from './search.type.ts';

/** One box for everything: people, companies, and what subjects are found by. */
@Resolver(() => SearchHitType)
export class SearchResolver {
  @Internal()
  @Query(() => [SearchHitType], {
    description:
      'Finds names, mails, phones in any format, companies and ticket numbers; diacritics do not matter, typos are forgiven. A mailbox, an international phone number or `#4711` typed whole finds whose it is and nothing like it. A plain list, the closest first: who needs more types more.',
  })
  async search(
    @Arg('text', () => String, { description: 'What to look for; at least two characters.' }) text: string,
    @Ctx() ctx: RequestContext,
    @First(10) first?: number | null,
  ): Promise<Found[]> {
    const size = pageSize(first, 10);
    if (text.trim().length < 2) return [];
    const asked = (searches: Search[] | undefined) =>
      (searches ?? []).map((find) => find(ctx.reads, text, size));
    const exact = await Promise.all(neighbours().flatMap(({ exactSearches }) => asked(exactSearches)));
    if (exact.some((some) => some.length > 0)) return exact.flat().slice(0, size);
    const words = readSearch(text);
    const found = await Promise.all([
      findCustomers(ctx.reads, text, words, size),
      findCompanies(ctx.reads, words, size),
      ...neighbours().flatMap(({ searches }) => asked(searches)),
    ]);
    return found
      .flat()
      .sort((a, b) => b.closeness - a.closeness)
      .slice(0, size);
  }

  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'The customer, when it is one.' })
  customer(@Root() hit: Found, @Ctx() ctx: RequestContext): Promise<Customer | null> | null {
    return hit.typeName === 'Customer' ? ctx.load(customersById, hit.id) : null;
  }

  @Internal()
  @FieldResolver(() => CompanyType, { nullable: true, description: 'The company, when it is one.' })
  company(@Root() hit: Found, @Ctx() ctx: RequestContext): Promise<Company | null> | null {
    return hit.typeName === 'Company' ? ctx.load(companiesById, hit.id) : null;
  }
}
