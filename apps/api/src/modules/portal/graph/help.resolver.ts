import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Internal, pageSize, type RequestContext } from '#platform/graphql';
import { type ArticleVoice, articleVoices, type SearchGap, searchGaps } from '../data/help.ts';
import { ArticleVoiceType, SearchGapType } from './help.type.ts';

/** What the help centre hears, for those who write its articles. */
@Resolver()
export class HelpResolver {
  @Internal()
  @Query(() => [SearchGapType], { description: 'What is looked for and not found, the most wanted first.' })
  searchGaps(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 10, nullable: true }) first?: number | null,
  ): Promise<SearchGap[]> {
    return searchGaps(ctx.db, pageSize(first, 10));
  }

  @Internal()
  @Query(() => [ArticleVoiceType], {
    description: 'What readers say of articles, those that help least first.',
  })
  articleVoices(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 10, nullable: true }) first?: number | null,
  ): Promise<ArticleVoice[]> {
    return articleVoices(ctx.db, pageSize(first, 10));
  }
}
