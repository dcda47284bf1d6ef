import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import { Internal, type RequestContext } from '#platform/graphql';
import { companiesById } from '../data/companies.ts';
import type { Company } from '../domain/company.ts';
import { CompanyType } from './company.type.ts';

/** One company by id. */
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
}
