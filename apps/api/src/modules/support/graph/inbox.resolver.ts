import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import { permissionOf } from '#modules/access';
import {
  After,
  type Connection,
  First,
  Internal,
  mistake,
  Personal,
  pageOf,
  pageSize,
  type RequestContext,
  readCursor,
  writeCursor,
} from '#platform/graphql';
import { type InboxCounts, type InboxFacets, inboxCounts, inboxFacets, inboxPage } from '../data/inbox.ts';
import { allFields } from '../data/ticket-fields.ts';
import { type ShownTicket, ticketsById } from '../data/tickets.ts';
import type { FieldFilter, InboxSort } from '../domain/inbox.ts';
import { InboxFilterInput, InboxSortEnum } from './desk.input.ts';
import { InboxCountsType, TicketConnection } from './desk.type.ts';
import { InboxFacetsType } from './inbox-facets.type.ts';
import { TicketType } from './ticket.type.ts';
import type { FieldFilterInput } from './ticket-field.type.ts';

function placeOf(cursor: string, sort: InboxSort): [number, string] {
  const [order, key, id] = readCursor(cursor, 3) as [string, string, string];
  if (order !== sort || key.trim() === '' || !Number.isFinite(Number(key)) || !isId(id))
    throw mistake('BAD_USER_INPUT', 'This cursor is of a list in another order.');
  return [Number(key), id];
}

/** The fields that a filter names. Who may not see what stands in one may not ask by it either. */
async function filtersOf(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  asked: readonly FieldFilterInput[],
): Promise<FieldFilter[]> {
  if (asked.length === 0) return [];
  const fields = await allFields(ctx.db);
  const permission = permissionOf(info.schema);
  return asked.map(({ key, ...filter }) => {
    const field = fields.find((one) => one.key === key);
    if (!field) throw mistake('BAD_USER_INPUT', 'There is no such field.');
    const row = { dataClass: field.dataClass };
    if (permission.ofRow(ctx.viewer.role, 'TicketFieldValue', 'text', row) !== 'allow')
      throw mistake('FORBIDDEN', `Your role may not ask by “${field.name}”.`);
    for (const bound of [filter.from, filter.until])
      if (bound && field.kind === 'number' && !Number.isFinite(Number(bound)))
        throw mistake('BAD_USER_INPUT', `“${field.name}” is a number.`);
    return { field, ...filter };
  });
}

function checkIds(filter: InboxFilterInput | null | undefined): void {
  for (const id of [filter?.assigneeId, filter?.teamId])
    if (id && !isId(id)) throw mistake('BAD_USER_INPUT', 'This is nobody’s id.');
}

/** The inbox: which tickets wait, in which order, and one of them. */
@Resolver(() => TicketType)
export class InboxResolver {
  @Personal()
  @Query(() => TicketConnection, {
    description: 'Tickets, what is due first; those that are not solved, unless the filter says otherwise.',
  })
  async inbox(
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => InboxFilterInput, { nullable: true, description: 'Which ones.' })
    filter?: InboxFilterInput | null,
    @Arg('sort', () => InboxSortEnum, { nullable: true, defaultValue: 'DUE', description: 'In which order.' })
    sort?: InboxSort | null,
    @First(40) first?: number | null,
    @After() after?: string | null,
  ): Promise<Connection<ShownTicket>> {
    const order = sort ?? 'DUE';
    const size = pageSize(first, 40);
    checkIds(filter);
    const rows = await inboxPage(ctx.reads, {
      filter: filter ?? {},
      fields: await filtersOf(ctx, info, filter?.fields ?? []),
      sort: order,
      first: size,
      after: after ? placeOf(after, order) : null,
      me: ctx.viewer.id,
      now: new Date(),
    });
    return pageOf(rows, size, (row) => writeCursor([order, row.sortKey, row.id]), after);
  }

  @Internal()
  @Query(() => InboxCountsType, { description: 'How many tickets wait in each of the house’s views.' })
  inboxCounts(@Ctx() ctx: RequestContext): Promise<InboxCounts> {
    return inboxCounts(ctx.reads, ctx.viewer.id, new Date());
  }

  @Internal()
  @Query(() => InboxFacetsType, {
    description:
      'The values that the filters of the inbox can take, counted among the tickets that a filter finds.',
  })
  async inboxFacets(
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => InboxFilterInput, { nullable: true, description: 'Among which ones.' })
    filter?: InboxFilterInput | null,
  ): Promise<InboxFacets> {
    checkIds(filter);
    return inboxFacets(ctx.reads, {
      filter: filter ?? {},
      fields: await filtersOf(ctx, info, filter?.fields ?? []),
      me: ctx.viewer.id,
      now: new Date(),
    });
  }

  @Personal()
  @Query(() => TicketType, { nullable: true, description: 'The ticket with this id.' })
  ticket(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<ShownTicket | null> | null {
    return isId(id) ? ctx.load(ticketsById, id) : null;
  }
}
