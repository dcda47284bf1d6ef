import { Field, ID, InputType } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import { StageEnum } from '#modules/customers';
import { Day } from '#platform/graphql';
import {
  ContentActEnum,
  ContentChannelEnum,
  ContentKindEnum,
  ContentPriorityEnum,
  ContentPurposeEnum,
  ContentStatusEnum,
} from './words.ts';

/** One language of content to write. */
@InputType('NewContentTranslation', { description: 'Content in one language: words, a link or a file.' })
export class NewContentTranslationInput {
  @Field(() => String, { description: 'Its language: `it`, `fr`.' })
  language: string;

  @Field(() => String, { description: 'Its title, at most 200 characters.' })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its words with light markup, at most 50,000 characters.',
  })
  body?: string | null;

  @Field(() => String, { nullable: true, description: 'A web address: https or http.' })
  link?: string | null;

  @Field(() => ID, { nullable: true, description: 'A file that was uploaded to `/content-files`.' })
  fileId?: string | null;
}

/** Content to write. */
@InputType('ContentDraft', { description: 'What a piece of content is and says.' })
export class ContentDraftInput {
  @Field(() => ContentKindEnum, { description: 'What it is.' })
  kind: string;

  @Field(() => ContentPurposeEnum, { description: 'What it is for.' })
  purpose: string;

  @Field(() => ID, { nullable: true, description: 'The colleague who answers for it; oneself when missing.' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'The product it speaks of.' })
  product?: string | null;

  @Field(() => [String], { nullable: true, description: 'Words to find it by.' })
  tags?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'What it makes people expect, one sentence each.' })
  claims?: string[] | null;

  @Field(() => Day, { nullable: true, description: 'The first day it may be given.' })
  validFrom?: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day it may be given.' })
  validUntil?: string | null;

  @Field(() => [NewContentTranslationInput], { description: 'Each language once, one at least.' })
  translations: NewContentTranslationInput[];
}

/** Where to place content. */
@InputType('NewContentPlacement', { description: 'Where content is to be offered.' })
export class NewContentPlacementInput {
  @Field(() => ID, { description: 'Which content.' })
  contentId: string;

  @Field(() => StageEnum, { description: 'In which stage.' })
  stage: string;

  @Field(() => DepartmentEnum, { description: 'To whom it is at hand.' })
  department: string;

  @Field(() => ContentChannelEnum, {
    nullable: true,
    defaultValue: 'any',
    description: 'The channel it is made for.',
  })
  channel?: string | null;

  @Field(() => String, { nullable: true, description: 'Only for people of this language.' })
  language?: string | null;

  @Field(() => ContentPriorityEnum, {
    nullable: true,
    defaultValue: 'usual',
    description: 'How early it stands.',
  })
  priority?: string | null;

  @Field(() => [String], { nullable: true, description: 'Only for customers with one of these tags.' })
  withTags?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only for customers in these countries, ISO 3166 codes.',
  })
  inCountries?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only for customers with (or without) an open ticket.',
  })
  withOpenTicket?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only for customers with (or without) an open deal.' })
  withOpenDeal?: boolean | null;
}

/** What is given to whom. */
@InputType('NewContentUse', { description: 'Content that is given to a customer.' })
export class NewContentUseInput {
  @Field(() => ID, { description: 'To whom.' })
  customerId: string;

  @Field(() => ID, { description: 'Which content.' })
  contentId: string;

  @Field(() => ContentActEnum, { description: 'How it is given.' })
  act: 'inserted' | 'sent' | 'shown';

  @Field(() => ContentChannelEnum, { description: 'On which channel.' })
  channel: string;

  @Field(() => String, { nullable: true, description: 'In which language; theirs when missing.' })
  language?: string | null;

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'For which department; one’s own when missing.',
  })
  department?: string | null;
}

/** Which content of the library. */
@InputType('ContentFilter', {
  description: 'Which content; what is left out asks nothing. Archived content only when asked for.',
})
export class ContentFilterInput {
  @Field(() => String, { nullable: true, description: 'Words in its title, text, tags, product or owner.' })
  text?: string | null;

  @Field(() => [ContentKindEnum], { nullable: true, description: 'One of these kinds.' })
  kinds?: string[] | null;

  @Field(() => [StageEnum], { nullable: true, description: 'Placed in one of these stages.' })
  stages?: string[] | null;

  @Field(() => [DepartmentEnum], { nullable: true, description: 'Placed for one of these departments.' })
  departments?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Written in one of these languages.' })
  languages?: string[] | null;

  @Field(() => [ContentStatusEnum], { nullable: true, description: 'In one of these states.' })
  statuses?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Worth a look again, or not.' })
  isStale?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what the viewer answers for.' })
  isMine?: boolean | null;
}
