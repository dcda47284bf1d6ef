import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import { recordAudit } from '#modules/access';
import { type Source, SourceType, sourcesById } from '#modules/sources';
import {
  After,
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
import {
  countUnreadablesIn,
  moveUnreadables,
  type UnreadablePlace,
  type UnreadableRow,
  unreadablesIn,
} from '../data/unreadable.ts';
import { UnreadableSignalConnection, UnreadableSignalType } from './unreadable.type.ts';

const countAtMost = 1_000;
/** As many as one page may hold. */
const movedAtMost = 100;

/** A page of what is in one place, which its count is of, too. */
type UnreadablePage = Connection<UnreadableRow> & { place: UnreadablePlace };

/** Puts what was posted away or back, each with its line in the trail; answers with what was. */
async function move(ctx: RequestContext, to: UnreadablePlace, ids: readonly string[]): Promise<string[]> {
  const named = [...new Set(ids)].slice(0, movedAtMost).filter(isId);
  const moved = await ctx.db.transaction(async (tx) => {
    const done = await moveUnreadables(tx, to, named);
    await recordAudit(
      tx,
      ctx.viewer,
      done.map((id) => ({
        action: to === 'dismissed' ? 'dismiss-unreadable' : 'restore-unreadable',
        subjectType: 'UnreadableSignal',
        subjectId: id,
      })),
    );
    return done;
  });
  ctx.forget();
  return moved;
}

/** What sources posted and nobody could read. */
@Resolver(() => UnreadableSignalConnection)
export class UnreadablesResolver {
  @Internal()
  @Query(() => UnreadableSignalConnection, {
    description:
      'What sources sent and nobody could read yet, newest first: what waits, or what was put away. Rejected rows of files are with their import.',
  })
  async unreadableSignals(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many: 1 to 100.' }) first: number,
    @After() after: string | null,
    @Arg('dismissed', () => Boolean, {
      defaultValue: false,
      description: 'Those that somebody put away, in place of those that wait.',
    })
    dismissed: boolean,
  ): Promise<UnreadablePage> {
    const size = pageSize(first, 50);
    const afterId = after ? readCursor(after, 1)[0]! : null;
    const place = dismissed ? 'dismissed' : 'waiting';
    const rows = await unreadablesIn(ctx.reads, place, size, afterId && isId(afterId) ? afterId : null);
    return { ...pageOf(rows, size, (row) => writeCursor([row.id]), after), place };
  }

  @Internal()
  @FieldResolver(() => BoundedCount, { description: 'How many there are in all; counting stops at 1,000.' })
  async count(@Root() { place }: UnreadablePage, @Ctx() ctx: RequestContext): Promise<BoundedCount> {
    const found = await countUnreadablesIn(ctx.reads, place, countAtMost + 1);
    return { value: Math.min(found, countAtMost), isExact: found <= countAtMost };
  }

  @Internal()
  @Mutation(() => [ID], {
    description:
      'Puts away what nobody will ever read: half a JSON, a test of somebody’s. It is kept, waits no longer, and can be put back or tried again. Of at most 100; answers with those that waited.',
  })
  dismissUnreadables(
    @Arg('ids', () => [ID], { description: 'What waits.' }) ids: string[],
    @Ctx() ctx: RequestContext,
  ): Promise<string[]> {
    return move(ctx, 'dismissed', ids);
  }

  @Internal()
  @Mutation(() => [ID], {
    description:
      'Puts back what was put away: it waits again. Of at most 100; answers with those that were away.',
  })
  restoreUnreadables(
    @Arg('ids', () => [ID], { description: 'What was put away.' }) ids: string[],
    @Ctx() ctx: RequestContext,
  ): Promise<string[]> {
    return move(ctx, 'waiting', ids);
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
