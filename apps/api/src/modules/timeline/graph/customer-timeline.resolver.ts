import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import { type Customer, CustomerType } from '#modules/customers';
import {
  type Connection,
  DateTime,
  Internal,
  Personal,
  pageOf,
  pageSize,
  type RequestContext,
  readMomentCursor,
  writeCursor,
} from '#platform/graphql';
import { kindsByCustomer, type ShownEntry, timelinePages } from '../data/timeline-entries.ts';
import { TimelineConnectionType } from './timeline-entry.type.ts';

/** What the timeline adds to the customer graph: `Customer.timeline`, `.timelineKinds`. */
@Resolver(() => CustomerType)
export class CustomerTimelineResolver {
  @Personal()
  @FieldResolver(() => TimelineConnectionType, {
    nullable: true,
    description: 'What happened, newest first, of all departments and sources.',
  })
  async timeline(
    @Root() customer: Customer,
    @Ctx() ctx: RequestContext,
    @Arg('departments', () => [DepartmentEnum], {
      nullable: true,
      description: 'Only what these departments saw; without it all.',
    })
    departments: string[] | null,
    @Arg('kinds', () => [String], {
      nullable: true,
      description: 'Only entries of these kinds; without it all.',
    })
    kinds: string[] | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after:
      | string
      | null,
    @Arg('before', () => DateTime, {
      nullable: true,
      description: 'Only what happened before this time: for jumping to a date.',
    })
    before: Date | null,
  ): Promise<Connection<ShownEntry>> {
    const size = pageSize(first, 20);
    const rows = await ctx.load(timelinePages, {
      customerId: customer.id,
      departments: departments ?? null,
      kinds: kinds ?? null,
      first: size,
      after: after ? readMomentCursor(after) : null,
      before: before?.toISOString() ?? null,
    });
    return pageOf(rows, size, (row) => writeCursor([row.at.toISOString(), row.id]), after);
  }

  @Internal()
  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'The kinds of what happened, as `TimelineEntry.kind` says them, each once: what `timeline(kinds: …)` can be asked for.',
  })
  timelineKinds(
    @Root() customer: Customer,
    @Ctx() ctx: RequestContext,
    @Arg('departments', () => [DepartmentEnum], {
      nullable: true,
      description: 'Only of what these departments saw; without it all.',
    })
    departments: string[] | null,
  ): Promise<string[]> {
    return ctx.load(kindsByCustomer, { customerId: customer.id, departments: departments ?? null });
  }
}
