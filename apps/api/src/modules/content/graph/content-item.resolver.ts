import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type User, UserType, usersById } from '#modules/access';
import { StageEnum } from '#modules/customers';
import {
  type Connection,
  Day,
  Internal,
  pageOf,
  pageSize,
  type RequestContext,
  readMomentCursor,
  writeCursor,
} from '#platform/graphql';
import { armsByItem, maturedDecisions } from '../data/arms.ts';
import { contentItemsById, variantsByVersion, versionsByItem } from '../data/content-items.ts';
import { type LibraryLine, libraryLines } from '../data/library.ts';
import { placementsByItem } from '../data/placements.ts';
import { type ShownUse, usesOfItem } from '../data/uses.ts';
import type { ContentItem, ContentVersion, Placement } from '../domain/content-item.ts';
import { priorities } from '../domain/content-item.ts';
import { figuresOf } from '../domain/figures.ts';
import { offPolicy } from '../domain/off-policy.ts';
import { rewardDays } from '../domain/reward.ts';
import { countingAsOf } from '../reckon-arms.ts';
import {
  ContentCellType,
  ContentFiguresType,
  ContentIfAloneType,
  ContentItemType,
  ContentPlacementType,
  ContentTranslationType,
  ContentVersionType,
} from './content-item.type.ts';
import { ContentUseConnection } from './offered.type.ts';
import { ContentPriorityEnum, StaleReasonEnum } from './words.ts';

/** A line of the library, when the item came with one; else it is looked up. */
const lineOf = async (item: ContentItem, ctx: RequestContext): Promise<LibraryLine> =>
  'languages' in item
    ? (item as LibraryLine)
    : ((await ctx.load(libraryLines, { id: item.id, language: 'en' })) as LibraryLine);

/** What is known of a piece of content beyond its own row. */
@Resolver(() => ContentItemType)
export class ContentItemResolver {
  @Internal()
  @FieldResolver(() => String, { description: 'The title of the version in use, else of the newest.' })
  async title(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<string> {
    return (await lineOf(item, ctx)).title;
  }

  @Internal()
  @FieldResolver(() => [String], { description: 'The languages it is written in.' })
  async languages(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<string[]> {
    return (await lineOf(item, ctx)).languages;
  }

  @Internal()
  @FieldResolver(() => [String], { description: 'Languages of our customers it is not written in.' })
  async missingLanguages(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<string[]> {
    return (await lineOf(item, ctx)).missingLanguages;
  }

  @Internal()
  @FieldResolver(() => [StageEnum], { description: 'The stages it stands in.' })
  async stages(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<string[]> {
    return (await lineOf(item, ctx)).stages;
  }

  @Internal()
  @FieldResolver(() => [StaleReasonEnum], {
    description: 'Why somebody should look at it again; empty when all is well.',
  })
  async stale(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<string[]> {
    return (await lineOf(item, ctx)).stale;
  }

  @Internal()
  @FieldResolver(() => Day, { nullable: true, description: 'The last day it may be given.' })
  async validUntil(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await lineOf(item, ctx)).validUntil;
  }

  @Internal()
  @FieldResolver(() => ContentFiguresType, { description: 'What came of giving it, everywhere.' })
  async figures(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<ContentFiguresType> {
    return figuresOf(await lineOf(item, ctx), rewardDays[item.kind]);
  }

  @Internal()
  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'The colleague who answers for it, when they work here.',
  })
  owner(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<User | null> | null {
    return item.ownerId ? ctx.load(usersById, item.ownerId) : null;
  }

  @Internal()
  @FieldResolver(() => Boolean, { description: 'Whether the viewer answers for it.' })
  isMine(@Root() item: ContentItem, @Ctx() ctx: RequestContext): boolean {
    return item.ownerId !== null && item.ownerId === ctx.viewer.id;
  }

  @Internal()
  @FieldResolver(() => [ContentVersionType], {
    description: 'Its versions, the newest first. A plain list: as many as there were changes.',
  })
  versions(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<ContentVersion[]> {
    return ctx.load(versionsByItem, item.id);
  }

  @Internal()
  @FieldResolver(() => [ContentPlacementType], {
    description: 'Where it is offered. A plain list: a few cells.',
  })
  placements(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<Placement[]> {
    return ctx.load(placementsByItem, item.id);
  }

  @Internal()
  @FieldResolver(() => [ContentCellType], {
    description: 'How it does in each stage for each department. A plain list: a few cells.',
  })
  async cells(@Root() item: ContentItem, @Ctx() ctx: RequestContext): Promise<ContentCellType[]> {
    const arms = await ctx.load(armsByItem, item.id);
    return arms.map(({ uses, opened, successes, failures, ...arm }) => ({
      ...arm,
      figures: figuresOf(
        { used: uses, opened, tried: successes + failures, worked: successes },
        rewardDays[item.kind],
      ),
    }));
  }

  @Internal()
  @FieldResolver(() => ContentUseConnection, {
    description: 'To whom it was given, the newest first, and what came of it.',
  })
  async uses(
    @Root() item: ContentItem,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Connection<ShownUse>> {
    const size = pageSize(first, 20);
    const place = after ? readMomentCursor(after) : null;
    const rows = await usesOfItem(ctx.reads, item.id, size, place);
    return pageOf(rows, size, (row) => writeCursor([row.at.toISOString(), row.id]), after);
  }
}

/** What is known of a version beyond its own row. */
@Resolver(() => ContentVersionType)
export class ContentVersionResolver {
  @Internal()
  @FieldResolver(() => [ContentTranslationType], {
    description: 'What it says in each language. A plain list: as many as there are languages.',
  })
  translations(
    @Root() version: ContentVersion,
    @Ctx() ctx: RequestContext,
  ): Promise<ContentTranslationType[]> {
    return ctx.load(variantsByVersion, { itemId: version.itemId, version: version.version });
  }
}

/** What is known of a placement beyond its own row. */
@Resolver(() => ContentPlacementType)
export class ContentPlacementResolver {
  @Internal()
  @FieldResolver(() => ContentItemType, { nullable: true, description: 'What stands there.' })
  item(@Root() placement: Placement, @Ctx() ctx: RequestContext): Promise<ContentItem | null> {
    return ctx.load(contentItemsById, placement.itemId);
  }

  @Internal()
  @FieldResolver(() => ContentPriorityEnum, { description: 'How early it stands among what fits.' })
  priority(@Root() placement: Placement): string {
    return Object.entries(priorities).find(([, place]) => place === placement.priority)?.[0] ?? 'usual';
  }
}

/** What the log says of a policy that was not followed. */
@Resolver(() => ContentCellType)
export class ContentCellResolver {
  @Internal()
  @FieldResolver(() => ContentIfAloneType, {
    description: 'What would have been, had it always been served here; refused where the log cannot tell.',
  })
  async ifAlone(@Root() cell: ContentCellType, @Ctx() ctx: RequestContext): Promise<ContentIfAloneType> {
    const decisions = await maturedDecisions(ctx.reads, cell, countingAsOf(new Date()));
    const { n, ips, lo, hi, snips, ess, refused, settings } = offPolicy(
      decisions.map(({ id, itemId, worked, propensity }) => ({
        id,
        r: worked ? 1 : 0,
        pe: itemId === cell.itemId ? 1 : 0,
        pb: propensity,
      })),
    );
    const isRefused = refused !== null;
    return {
      n,
      snips: isRefused ? null : snips,
      ips: isRefused ? null : ips,
      low: isRefused ? null : lo,
      high: isRefused ? null : hi,
      effective: ess,
      refused,
      settings,
    };
  }
}
