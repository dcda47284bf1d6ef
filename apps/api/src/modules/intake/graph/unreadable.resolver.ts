import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import { type Source, SourceType, sourcesById } from '#modules/sources';
import {
  type Connection,
  Internal,
  pageOf,
  pageSize,
  type RequestContext,
  readCursor,
  writeCursor,
} from '#platform/graphql';
import { type UnreadableRow, waitingUnreadables } from '../data/unreadable.ts';
import { UnreadableSignalConnection, UnreadableSignalType } from './unreadable.type.ts';

/** What could not be read. */
@Resolver(() => UnreadableSignalType)
export class UnreadableResolver {
  @Internal()
  @Query(() => UnreadableSignalConnection, {
    description:
      'What sources sent and nobody could read yet, newest first. Rejected rows of files are with their import.',
  })
  async unreadableSignals(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<UnreadableRow>> {
    const size = pageSize(first, 50);
    const afterId = after ? readCursor(after, 1)[0]! : null;
    const rows = await waitingUnreadables(ctx.db, size, afterId && isId(afterId) ? afterId : null);
    return pageOf(rows, size, (row) => writeCursor([row.id]), after);
  }

  @Internal()
  @FieldResolver(() => SourceType, { description: 'Who sent it.' })
  async source(@Root() row: UnreadableRow, @Ctx() ctx: RequestContext): Promise<Source> {
    return (await ctx.load(sourcesById, row.sourceId))!;
  }
}
