import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Manifest, shownNode } from '#modules/house';
import { TimelineEntryType } from '#modules/timeline';
import { Node, Personal, type RequestContext } from '#platform/graphql';

/** What an entry is about. It joins the timeline to subjects that it does not know, so it lives where all are known. */
export function makeTimelineSubjectResolver(modules: readonly Manifest[]): ClassType {
  const loaders = new Map(
    modules.flatMap((module) => module.nodes ?? []).map((node) => [node.typeName, node]),
  );

  @Resolver(() => TimelineEntryType)
  class TimelineSubjectResolver {
    @Personal()
    @FieldResolver(() => Node, {
      nullable: true,
      description:
        'What it is about: a ticket, a deal, a touch …; nothing when that is gone or yours not to see.',
    })
    async subject(
      @Root() entry: { subjectType: string | null; subjectId: string | null },
      @Ctx() ctx: RequestContext,
    ): Promise<object | null> {
      const loader = entry.subjectType ? loaders.get(entry.subjectType) : undefined;
      if (!loader || !entry.subjectId) return null;
      return shownNode(loader, await ctx.load(loader.batch, entry.subjectId), ctx.viewer);
    }
  }
  return TimelineSubjectResolver;
}
