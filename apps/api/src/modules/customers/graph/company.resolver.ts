import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import { First, Internal, pageSize, type RequestContext } from '#platform/graphql';
import { companiesById } from '../data/companies.ts';
import { findCompanies as companiesFound } from '../data/search.ts';
import type { Company } from '../domain/company.ts';
import { readSearch } from '../domain/search-words.ts';
import { CompanyType } from './company.type.ts';

/** One company by id, and companies by what somebody types. */
@Resolver(() => CompanyType)
export class CompanyResolver {
  @Internal()
  @Query(() => CompanyType, { nullable: true, description: 'One company, or null when none has this id.' })
  company(
    @Arg('id', () => ID, { description: 'The company’s id.' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Company | null> | null {
    return isId(id) ? ctx.load(companiesById, id) : null;
  }

  @Internal()
  @Query(() => [CompanyType], {
    description:
      'Companies whose name or domain holds what was typed; diacritics do not matter, typos are forgiven. A plain list, the closest first: who needs more types more.',
  })
  async findCompanies(
    @Arg('text', () => String, { description: 'What to look for; at least two characters.' }) text: string,
    @Ctx() ctx: RequestContext,
    @First(10) first?: number | null,
  ): Promise<Company[]> {
    const found = await companiesFound(ctx.reads, readSearch(text), pageSize(first, 10));
    const companies = await companiesById(
      ctx.reads,
      found.map(({ id }) => id),
    );
    return companies.filter((company) => company !== null);
  }
}
