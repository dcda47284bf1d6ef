import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Internal } from '#platform/graphql';
import type { ArticleVoice, SearchGap } from '../data/help.ts';

/** Something that was looked for in vain. */
@Internal()
@ObjectType('SearchGap', {
  description:
    'Something that readers of the help centre look for and do not find; whose search it was is not kept.',
})
export class SearchGapType implements SearchGap {
  @Field(() => String, { description: 'The words.' })
  words: string;

  @Field(() => String, { description: 'The language of the page on which they were looked for.' })
  language: string;

  @Field(() => Int, { description: 'How often.' })
  times: number;

  @Field(() => DateTime, { description: 'When last.' })
  lastAt: Date;
}

/** What readers say of an article. */
@Internal()
@ObjectType('ArticleVoice', { description: 'What readers of the help centre say of an article.' })
export class ArticleVoiceType implements ArticleVoice {
  @Field(() => ID, { description: 'Which piece of content it is.' })
  itemId: string;

  @Field(() => String, { nullable: true, description: 'Its title, in English where it has one.' })
  title: string | null;

  @Field(() => Int, { description: 'How many said that it helped.' })
  helpful: number;

  @Field(() => Int, { description: 'How many said that it did not.' })
  unhelpful: number;

  @Field(() => [String], { description: 'What they missed, the newest first. A plain list: at most five.' })
  comments: string[];
}
