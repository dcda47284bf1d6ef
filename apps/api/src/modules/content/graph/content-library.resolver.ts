import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import {
  type Connection,
  Internal,
  pageOf,
  pageSize,
  type RequestContext,
  readMomentCursor,
  writeCursor,
} from '#platform/graphql';
import { contentItemsById } from '../data/content-items.ts';
import { type LibraryLine, libraryFacets, libraryPage, triedContent } from '../data/library.ts';
import { allPlacements } from '../data/placements.ts';
import type { ContentItem, Placement } from '../domain/content-item.ts';
import { surest } from '../domain/figures.ts';
import {
  ContentFacetType,
  ContentItemConnection,
  ContentItemType,
  ContentPlacementType,
} from './content-item.type.ts';
import { ContentFilterInput } from './inputs.ts';

const languageOf = (language: string | null | undefined): string =>
  (language ?? 'en').slice(0, 3).toLowerCase();

/** The library: its pages, the values of its filters, one piece of it, and where everything stands. */
@Resolver()
export class ContentLibraryResolver {
  @Internal()
  @Query(() => ContentItemConnection, {
    description: 'The content that fulfils a filter, what was worked on last first.',
  })
  async contentLibrary(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ContentFilterInput, {
      nullable: true,
      description: 'Which; all that is in use without it.',
    })
    filter?: ContentFilterInput | null,
    @Arg('language', () => String, {
      nullable: true,
      description: 'The language in which titles are shown where there is one.',
    })
    language?: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Connection<LibraryLine>> {
    const size = pageSize(first, 50);
    const place = after ? readMomentCursor(after) : null;
    const reader = { id: ctx.viewer.id, language: languageOf(language) };
    const rows = await libraryPage(ctx.reads, filter ?? {}, reader, size, place);
    return pageOf(rows, size, (row) => writeCursor([row.touchedAt.toISOString(), row.id]), after);
  }

  @Internal()
  @Query(() => [ContentFacetType], {
    description: 'The values that filters of the library can take. A plain list: a few dozen.',
  })
  contentFacets(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ContentFilterInput, {
      nullable: true,
      description: 'Among which; all that is in use without it.',
    })
    filter?: ContentFilterInput | null,
  ): Promise<ContentFacetType[]> {
    return libraryFacets(ctx.reads, filter ?? {}, { id: ctx.viewer.id, language: 'en' });
  }

  @Internal()
  @Query(() => [ContentItemType], {
    description:
      'The content in use after which people moved on in their journey, the surest first: by the lower end of its interval, of all that was given so far.',
  })
  async contentThatMoved(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, at most 100.' })
    first?: number | null,
  ): Promise<ContentItem[]> {
    const best = surest(await triedContent(ctx.reads), pageSize(first, 10));
    const items = await Promise.all(best.map(({ id }) => ctx.load(contentItemsById, id)));
    return items.filter((item): item is ContentItem => item !== null);
  }

  @Internal()
  @Query(() => ContentItemType, {
    nullable: true,
    description: 'One piece of content; nothing when there is none with this id.',
  })
  async contentItem(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ContentItem | null> {
    return isId(id) ? ctx.load(contentItemsById, id) : null;
  }

  @Internal()
  @Query(() => [ContentPlacementType], {
    description:
      'Where all content stands, for the grid of stages and departments. A plain list: at most 2,000.',
  })
  contentPlacements(@Ctx() ctx: RequestContext): Promise<Placement[]> {
    return allPlacements(ctx.reads);
  }
}
