import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
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
import { AuditFilterInput } from './audit-filter.input.ts';

/** The trail of what was done, for admins and privacy officers. */
@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Personal()
  @Query(() => AuditEntryConnection, {
    description: 'What was done, newest first: everything, or to somebody, by somebody, of some kind.',
  })
  async auditEntries(
    @Arg('filter', () => AuditFilterInput, {
      nullable: true,
      description: 'Which of it; everything when missing.',
    })
    filter: AuditFilterInput | null | undefined,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many: 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last one seen.' }) after:
      | string
      | null
      | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AuditRow>> {
    for (const name of ['customerId', 'actorId'] as const)
      if (filter?.[name] && !isId(filter[name])) throw mistake('BAD_USER_INPUT', `\`${name}\` is no id.`);
    if ((filter?.actions?.length ?? 0) > 50)
      throw mistake('BAD_USER_INPUT', '`actions` has more than 50 names.');
    const size = pageSize(first, 50);
    const before = after ? Number(readCursor(after, 1)[0] || Number.NaN) : null;
    if (before !== null && !Number.isSafeInteger(before))
      throw mistake('BAD_USER_INPUT', 'This cursor was not made by this server.');
    const rows = await auditPage(ctx.reads, filter ?? {}, before, size + 1);
    return pageOf(rows, size, (row) => writeCursor([row.id]), after);
  }
}
