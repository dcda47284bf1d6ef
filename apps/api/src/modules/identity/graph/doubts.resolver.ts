import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import {
  After,
  BoundedCount,
  type Connection,
  First,
  Internal,
  Personal,
  pageOf,
  pageSize,
  type RequestContext,
  readMomentCursor,
  readNumberCursor,
  writeCursor,
} from '#platform/graphql';
import {
  countOpenDoubts,
  doubtsByCustomer,
  openDoubts,
  openDoubtsByWorth,
  type StoredDoubt,
} from '../data/doubts.ts';
import { type RecordRow, recordsById } from '../data/record-rows.ts';
import { safeDoubts } from '../link-safe-doubts.ts';
import { DoubtConnection, DoubtOrder, DoubtType } from './doubt.type.ts';
import { SourceRecordType } from './source-record.type.ts';

const countAtMost = 10_000;

/** The queue of doubtful cases. */
@Resolver(() => DoubtConnection)
export class DoubtsResolver {
  @Internal()
  @Query(() => DoubtConnection, { description: 'Cases that wait for somebody to settle them.' })
  async doubts(
    @Ctx() ctx: RequestContext,
    @First(20) first?: number | null,
    @After() after?: string | null,
    @Arg('order', () => DoubtOrder, {
      nullable: true,
      defaultValue: DoubtOrder.NEWEST,
      description: 'In which order they come.',
    })
    order?: DoubtOrder | null,
  ): Promise<Connection<StoredDoubt>> {
    const size = pageSize(first, 20);
    if (order === DoubtOrder.WORTH) {
      const worthy = await openDoubtsByWorth(ctx.db, size, after ? readNumberCursor(after) : null);
      return pageOf(worthy, size, (row) => writeCursor([row.worth, row.id]), after);
    }
    const rows = await openDoubts(ctx.reads, size, after ? readMomentCursor(after) : null);
    return pageOf(rows, size, (row) => writeCursor([row.createdAt.toISOString(), row.id]), after);
  }

  @Internal()
  @FieldResolver(() => BoundedCount, { description: 'How many wait in all; counting stops at 10,000.' })
  async count(@Ctx() ctx: RequestContext): Promise<BoundedCount> {
    const found = await countOpenDoubts(ctx.reads, countAtMost + 1);
    return { value: Math.min(found, countAtMost), isExact: found <= countAtMost };
  }

  @Internal()
  @FieldResolver(() => Int, { description: 'How many of all that wait `linkSafeDoubts` would settle now.' })
  async safe(@Ctx() ctx: RequestContext): Promise<number> {
    return (await safeDoubts(ctx.db)).length;
  }
}

/** The parts of a doubt. */
@Resolver(() => DoubtType)
export class DoubtResolver {
  @Internal()
  @FieldResolver(() => SourceRecordType, { description: 'The record that came later.' })
  record(@Root() doubt: StoredDoubt, @Ctx() ctx: RequestContext): Promise<RecordRow | null> {
    return ctx.load(recordsById, doubt.recordId);
  }

  @Personal()
  @FieldResolver(() => CustomerType, { description: 'Whose it is now.' })
  customer(@Root() doubt: StoredDoubt, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, doubt.customerId);
  }

  @Internal()
  @FieldResolver(() => SourceRecordType, { description: 'The record that was there.' })
  candidateRecord(@Root() doubt: StoredDoubt, @Ctx() ctx: RequestContext): Promise<RecordRow | null> {
    return ctx.load(recordsById, doubt.candidateRecordId);
  }

  @Personal()
  @FieldResolver(() => CustomerType, { description: 'Whose that is now.' })
  candidate(@Root() doubt: StoredDoubt, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, doubt.candidateId);
  }
}

/** `Customer.doubts`. */
@Resolver(() => CustomerType)
export class CustomerDoubtsResolver {
  @Internal()
  @FieldResolver(() => [DoubtType], {
    nullable: true,
    description:
      'Other customers who share an identifier and were kept apart or await a decision, newest first. A plain list: at most 50.',
  })
  doubts(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<StoredDoubt[]> {
    return ctx.load(doubtsByCustomer, customer.id);
  }
}
