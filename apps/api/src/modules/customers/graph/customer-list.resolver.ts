import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import {
  After,
  BoundedCount,
  type Connection,
  First,
  Internal,
  mistake,
  pageOf,
  pageSize,
  type RequestContext,
  readCursor,
  writeCursor,
} from '#platform/graphql';
import { countAtMost, countCustomers, customerFacets, customerPage } from '../data/customer-list.ts';
import type { Customer } from '../domain/customer.ts';
import type { CustomerFilter, CustomerSort } from '../domain/customer-list.ts';
import { CustomerFilterInput, CustomerSortEnum } from './customer-list.input.ts';
import { CustomerConnection, CustomerFacetsType } from './customer-list.type.ts';

type CustomerPage = Connection<Customer> & { filter: CustomerFilter };

/** Lists of customers: pages, counts, and the values of filters. */
@Resolver(() => CustomerConnection)
export class CustomerListResolver {
  @Internal()
  @Query(() => CustomerConnection, { description: 'Customers that fulfil a filter, page by page.' })
  async customers(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => CustomerFilterInput, { nullable: true, description: 'Which ones; all without it.' })
    filter?: CustomerFilterInput | null,
    @Arg('sort', () => CustomerSortEnum, {
      nullable: true,
      defaultValue: 'LAST_INTERACTION_DESC',
      description: 'In which order.',
    })
    sort?: CustomerSort | null,
    @First(50) first?: number | null,
    @After() after?: string | null,
  ): Promise<CustomerPage> {
    const size = pageSize(first, 50);
    const order = sort ?? 'LAST_INTERACTION_DESC';
    const wanted = checked(filter);
    const rows = await customerPage(ctx.reads, wanted, order, size, after ? placeOf(after, order) : null);
    const page = pageOf(rows, size, (row) => writeCursor([order, row.sortKey, row.id]), after);
    return { ...page, filter: wanted };
  }

  @Internal()
  @FieldResolver(() => BoundedCount, {
    description: 'How many there are in all pages; counting stops at 10,000.',
  })
  async count(@Root() page: CustomerPage, @Ctx() ctx: RequestContext): Promise<BoundedCount> {
    const found = await countCustomers(ctx.reads, page.filter, countAtMost + 1);
    return { value: Math.min(found, countAtMost), isExact: found <= countAtMost };
  }

  @Internal()
  @Query(() => CustomerFacetsType, {
    description: 'The values that filters can take among the customers that fulfil the filter given.',
  })
  customerFacets(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => CustomerFilterInput, {
      nullable: true,
      description: 'Among which ones; all without it.',
    })
    filter?: CustomerFilterInput | null,
  ): Promise<CustomerFacetsType> {
    return customerFacets(ctx.reads, checked(filter));
  }
}

function checked(filter: CustomerFilterInput | null | undefined): CustomerFilter {
  const wanted = filter ?? {};
  if (wanted.companyId && !isId(wanted.companyId))
    throw mistake('BAD_USER_INPUT', '`companyId` is no id.', { field: 'companyId' });
  return wanted;
}

// A cursor of another order would silently skip people.
function placeOf(cursor: string, order: CustomerSort): [string, string] {
  const [of, key, id] = readCursor(cursor, 3) as [string, string, string];
  if (of !== order || !isId(id))
    throw mistake('BAD_USER_INPUT', 'This cursor belongs to another order of the list.', { field: 'after' });
  return [key, id];
}
