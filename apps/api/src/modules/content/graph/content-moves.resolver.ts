import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Result } from '#kernel/result';
import type { Tx } from '#platform/database';
import { Internal, type RefusalType, type RequestContext, refused } from '#platform/graphql';
import type { ContentItem, Placement } from '../domain/content-item.ts';
import type { ContentRefusal } from '../domain/refusals.ts';
import {
  approveContent,
  archiveContent,
  discardDraft,
  restoreContent,
  returnContent,
  submitContent,
  withdrawContent,
} from '../move-content.ts';
import { placeContent, removePlacement, restorePlacement } from '../place-content.ts';
import { createContent, editContent } from '../write-content.ts';
import { ContentItemResult, ContentPlacementResult } from './content-item.type.ts';
import { ContentDraftInput, NewContentPlacementInput } from './inputs.ts';

/** Carries an act out and answers with what it left, or why it was refused. */
async function acted<Value>(
  ctx: RequestContext,
  act: (tx: Tx) => Promise<Result<Value, ContentRefusal>>,
): Promise<Value | RefusalType> {
  const outcome = await ctx.db.transaction(act);
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
}

const tidy = (input: ContentDraftInput) => ({
  ...input,
  tags: input.tags ?? [],
  claims: input.claims ?? [],
  translations: input.translations.map((one) => ({ ...one })),
});

/** Writing content, having it approved, and placing it. */
@Resolver()
export class ContentMovesResolver {
  @Internal()
  @Mutation(() => ContentItemResult, { description: 'Begins a piece of content: a draft.' })
  createContent(@Arg('input', () => ContentDraftInput) input: ContentDraftInput, @Ctx() ctx: RequestContext) {
    return acted<ContentItem>(ctx, (tx) => createContent(tx, ctx.viewer, tidy(input), new Date()));
  }

  @Internal()
  @Mutation(() => ContentItemResult, {
    description: 'Writes the draft anew. What is published stays as it is: the draft is the next version.',
  })
  editContent(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => ContentDraftInput) input: ContentDraftInput,
    @Ctx() ctx: RequestContext,
  ) {
    return acted<ContentItem>(ctx, (tx) => editContent(tx, ctx.viewer, id, tidy(input), new Date()));
  }

  @Internal()
  @Mutation(() => ContentItemResult, { description: 'Hands a draft in for approval.' })
  submitContent(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return acted<ContentItem>(ctx, (tx) => submitContent(tx, ctx.viewer, id, new Date()));
  }

  @Internal()
  @Mutation(() => ContentItemResult, { description: 'Takes back what was handed in: it is a draft again.' })
  withdrawContent(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return acted<ContentItem>(ctx, (tx) => withdrawContent(tx, ctx.viewer, id, new Date()));
  }

  @Internal()
  @Mutation(() => ContentItemResult, {
    description: 'Publishes what was handed in; somebody else than who wrote it, except an administrator.',
  })
  approveContent(
    @Arg('id', () => ID) id: string,
    @Arg('remark', () => String, { nullable: true, description: 'What to say about it.' }) remark:
      | string
      | null,
    @Ctx() ctx: RequestContext,
  ) {
    return acted<ContentItem>(ctx, (tx) => approveContent(tx, ctx.viewer, id, remark, new Date()));
  }

  @Internal()
  @Mutation(() => ContentItemResult, { description: 'Sends what was handed in back, with what to mend.' })
  returnContent(
    @Arg('id', () => ID) id: string,
    @Arg('remark', () => String, { nullable: true, description: 'What to mend.' }) remark: string | null,
    @Ctx() ctx: RequestContext,
  ) {
    return acted<ContentItem>(ctx, (tx) => returnContent(tx, ctx.viewer, id, remark, new Date()));
  }

  @Internal()
  @Mutation(() => ContentItemResult, { description: 'Throws away the draft after a published version.' })
  discardContentDraft(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return acted<ContentItem>(ctx, (tx) => discardDraft(tx, ctx.viewer, id, new Date()));
  }

  @Internal()
  @Mutation(() => ContentItemResult, {
    description: 'Takes content out of use; `restoreContent` brings it back.',
  })
  archiveContent(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return acted<ContentItem>(ctx, (tx) => archiveContent(tx, ctx.viewer, id, new Date()));
  }

  @Internal()
  @Mutation(() => ContentItemResult, { description: 'Brings archived content back to where it stood.' })
  restoreContent(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return acted<ContentItem>(ctx, (tx) => restoreContent(tx, ctx.viewer, id, new Date()));
  }

  @Internal()
  @Mutation(() => ContentPlacementResult, { description: 'Attaches content to a stage, for a department.' })
  placeContent(
    @Arg('input', () => NewContentPlacementInput) input: NewContentPlacementInput,
    @Ctx() ctx: RequestContext,
  ) {
    const wish = {
      ...input,
      channel: input.channel ?? 'any',
      priority: input.priority ?? 'usual',
      withTags: input.withTags ?? [],
      inCountries: input.inCountries ?? [],
    };
    return acted<Placement>(ctx, (tx) => placeContent(tx, ctx.viewer, wish, new Date()));
  }

  @Internal()
  @Mutation(() => ContentPlacementResult, {
    description: 'Takes content from a stage; `restorePlacement` puts it back.',
  })
  removePlacement(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return acted<Placement>(ctx, (tx) => removePlacement(tx, ctx.viewer, id, new Date()));
  }

  @Internal()
  @Mutation(() => ContentPlacementResult, { description: 'Puts a placement back that was taken away.' })
  restorePlacement(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return acted<Placement>(ctx, (tx) => restorePlacement(tx, ctx.viewer, id, new Date()));
  }
}
