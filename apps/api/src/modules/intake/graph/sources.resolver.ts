import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { SourceType } from '#modules/sources';
import { Internal, type RequestContext, refused, resultOf } from '#platform/graphql';
import { subjectsAtHand } from '../at-hand.ts';
import { saveSource, systemsOf } from '../save-source.ts';
import { SourceInput } from './source.input.ts';

/** The source as it is now, or why it is not so. */
const SourceResult = resultOf('SourceResult', () => SourceType, 'Source');

const systems = (): string[] => systemsOf(subjectsAtHand().formats);

/** How sources are set up: the front door reads what they post by it. */
@Resolver(() => SourceType)
export class SourcesResolver {
  @Internal()
  @Query(() => [String], {
    description:
      'Systems whose own words are understood (`zendesk`, `hubspot` …), and `webhook` for whatever tells signals in ours.',
  })
  sourceSystems(): string[] {
    return systems();
  }

  @Internal()
  @Mutation(() => SourceResult, {
    description:
      'Adds a source, or changes what is known of one. What it told before stays as it was read then.',
  })
  async saveSource(@Arg('input', () => SourceInput) input: SourceInput, @Ctx() ctx: RequestContext) {
    const saved = await ctx.db.transaction((tx) => saveSource(tx, ctx.viewer, systems(), input));
    ctx.forget();
    return saved.ok ? saved.value : refused(saved.refusal.code, saved.refusal.message, saved.refusal.field);
  }
}
