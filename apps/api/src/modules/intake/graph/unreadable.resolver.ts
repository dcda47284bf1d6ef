import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import { type Source, SourceType, sourcesById } from '#modules/sources';
import {
  BoundedCount,
  type Connection,
  Internal,
  Personal,
  pageOf,
  pageSize,
  type RequestContext,
  readCursor,
  writeCursor,
} from '#platform/graphql';
import { countWaitingUnreadables, type UnreadableRow, waitingUnreadables } from '../data/unreadable.ts';
import { UnreadableSignalConnection, UnreadableSignalType } from './unreadable.type.ts';

const countAtMost = 1_000;

/** What sources posted and nobody could read. */
@Resolver(() => UnreadableSignalConnection)
export class UnreadablesResolver {
  @Internal()
  @Query(() => UnreadableSignalConnection, {
    description:
      'What sources sent and nobody could read yet, newest first. Rejected rows of files are with their import.',
  })
  async unreadableSignals(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many: 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after: string | null,
  ): Promise<Connection<UnreadableRow>> {
    const size = pageSize(first, 50);
    const afterId = after ? readCursor(after, 1)[0]! : null;
    const rows = await waitingUnreadables(ctx.reads, size, afterId && isId(afterId) ? afterId : null);
    return pageOf(rows, size, (row) => writeCursor([row.id]), after);
  }

  @Internal()
  @FieldResolver(() => BoundedCount, { description: 'How many wait in all; counting stops at 1,000.' })
  async count(@Ctx() ctx: RequestContext): Promise<BoundedCount> {
    const found = await countWaitingUnreadables(ctx.reads, countAtMost + 1);
    return { value: Math.min(found, countAtMost), isExact: found <= countAtMost };
  }
}

/** The parts of one of them. */
@Resolver(() => UnreadableSignalType)
export class UnreadableResolver {
  @Personal()
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The field that is wrong, where one is: `body.status`.',
  })
  path(@Root() row: UnreadableRow): string | null {
    return row.columnName;
  }

  @Internal()
  @FieldResolver(() => SourceType, { description: 'Who sent it.' })
  async source(@Root() row: UnreadableRow, @Ctx() ctx: RequestContext): Promise<Source> {
    return (await ctx.load(sourcesById, row.sourceId))!;
  }
}
