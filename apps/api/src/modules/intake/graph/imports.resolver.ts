import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import {
  type Connection,
  Internal,
  Public,
  pageOf,
  pageSize,
  type RequestContext,
  readCursor,
  writeCursor,
} from '#platform/graphql';
import { subjectsAtHand } from '../at-hand.ts';
import { importsById, newestImports } from '../data/imports.ts';
import type { ImportRun } from '../domain/import.ts';
import { ImportConnection, ImportType } from './import.type.ts';
import { ImportFormatType } from './import-parts.type.ts';

/** The ways to imports. */
@Resolver(() => ImportType)
export class ImportsResolver {
  @Internal()
  @Query(() => ImportConnection, { description: 'Every import, newest first.' })
  async imports(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<ImportRun>> {
    const size = pageSize(first, 20);
    const beforeId = after ? readCursor(after, 1)[0]! : null;
    const rows = await newestImports(ctx.db, size, beforeId && isId(beforeId) ? beforeId : null);
    return pageOf(rows, size, (run) => writeCursor([run.id]), after);
  }

  @Internal()
  @Query(() => ImportType, { nullable: true, description: 'One import, or null when none has this id.' })
  import(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<ImportRun | null> | null {
    return isId(id) ? ctx.load(importsById, id) : null;
  }

  @Public()
  @Query(() => [ImportFormatType], {
    description: 'Every kind of export file that can be read. A plain list: as many as the code knows.',
  })
  importFormats(): ImportFormatType[] {
    return [...subjectsAtHand().formats].sort((a, b) => a.label.localeCompare(b.label));
  }
}
