import { Arg, type ClassType, Ctx, ID, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import { type Manifest, shownNode } from '#modules/house';
import { Internal, Node, type RequestContext } from '#platform/graphql';

/** `node(id)`: asks every subject that presents nodes, each with one look-up by primary key, until one knows the id. */
export function makeNodeResolver(modules: readonly Manifest[]): ClassType {
  const loaders = modules.flatMap((module) => module.nodes ?? []);

  @Resolver()
  class NodeResolver {
    @Internal()
    @Query(() => Node, {
      nullable: true,
      description: 'Any object by its id, or null when nobody has this id.',
    })
    async node(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<object | null> {
      if (!isId(id)) return null;
      for (const loader of loaders) {
        const found = shownNode(loader, await ctx.load(loader.batch, id), ctx.viewer);
        if (found) return found;
      }
      return null;
    }
  }
  return NodeResolver;
}
