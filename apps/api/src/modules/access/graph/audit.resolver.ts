import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import {
  type Connection,
  mistake,
  Personal,
  pageOf,
  pageSize,
  type RequestContext,
  readCursor,
  writeCursor,
} from '#platform/graphql';
import { type AuditRow, auditPage } from '../data/audit.ts';
import { AuditEntryConnection, AuditEntryType } from './audit-entry.type.ts';

/** The trail of what was done, for admins and privacy officers. */
@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Personal()
  @Query(() => AuditEntryConnection, {
    description: 'What was done, newest first: everything, or to one customer.',
  })
  async auditEntries(
    @Arg('customerId', () => ID, { nullable: true, description: 'Only what was done to this customer.' })
    customerId: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many: 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last one seen.' }) after:
      | string
      | null
      | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AuditRow>> {
    if (customerId && !isId(customerId)) throw mistake('BAD_USER_INPUT', '`customerId` is no id.');
    const size = pageSize(first, 50);
    const before = after ? Number(readCursor(after, 1)[0] || Number.NaN) : null;
    if (before !== null && !Number.isSafeInteger(before))
      throw mistake('BAD_USER_INPUT', 'This cursor was not made by this server.');
    const rows = await auditPage(ctx.reads, customerId ?? null, before, size + 1);
    return pageOf(rows, size, (row) => writeCursor([row.id]), after);
  }
}
