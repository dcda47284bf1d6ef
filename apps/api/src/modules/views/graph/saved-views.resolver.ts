import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Result } from '#kernel/result';
import { Internal, type RefusalType, type RequestContext, refused } from '#platform/graphql';
import { viewsOfScreen } from '../data/saved-views.ts';
import { isOwnView, type SavedView, type ViewRefusal } from '../domain/saved-view.ts';
import { moveView } from '../move-view.ts';
import { removeView, restoreView } from '../remove-view.ts';
import { saveView } from '../save-view.ts';
import { SavedViewResult, SavedViewType, SaveViewInput } from './saved-view.type.ts';

const answer = (ctx: RequestContext, outcome: Result<SavedView, ViewRefusal>): SavedView | RefusalType => {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
};

/** Saved views: one's own and those that others share. */
@Resolver(() => SavedViewType)
export class SavedViewsResolver {
  @Internal()
  @Query(() => [SavedViewType], {
    description:
      'The views of a screen that the viewer may open: their own first, then those shared with them. A plain list: what people keep.',
  })
  savedViews(
    @Arg('screen', () => String, { description: 'The screen, in the word of its address: `customers`.' })
    screen: string,
    @Ctx() ctx: RequestContext,
  ): Promise<SavedView[]> {
    return viewsOfScreen(ctx.db, screen, ctx.viewer);
  }

  @Internal()
  @FieldResolver(() => Boolean, { description: 'Whether it is the viewer’s own, who alone may change it.' })
  isMine(@Root() view: SavedView, @Ctx() ctx: RequestContext): boolean {
    return isOwnView(view, ctx.viewer);
  }

  @Internal()
  @Mutation(() => SavedViewResult, {
    description: 'Keeps what a screen shows under a name, for oneself or shared.',
  })
  async saveView(@Arg('input', () => SaveViewInput) input: SaveViewInput, @Ctx() ctx: RequestContext) {
    const wish = { ...input, sharedWith: input.sharedWith ?? 'nobody' };
    return answer(ctx, await ctx.db.transaction((tx) => saveView(tx, ctx.viewer, wish, new Date())));
  }

  @Internal()
  @Mutation(() => SavedViewResult, {
    description: 'Takes away a view of one’s own; `restoreView` puts it back.',
  })
  async removeView(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => removeView(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => SavedViewResult, { description: 'Puts a view back that one took away, to its place.' })
  async restoreView(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => restoreView(tx, ctx.viewer, id)));
  }

  @Internal()
  @Mutation(() => SavedViewResult, {
    description: 'Puts a view of one’s own to another place among one’s views of the same screen.',
  })
  async moveView(
    @Arg('id', () => ID) id: string,
    @Arg('place', () => Int, { description: 'Counted from 0; beyond the last it is the last.' })
    place: number,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await ctx.db.transaction((tx) => moveView(tx, ctx.viewer, id, place)));
  }
}
