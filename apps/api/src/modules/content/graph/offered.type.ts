import { Field, Float, Int, ObjectType } from 'type-graphql';
import { StageEnum } from '#modules/customers';
import { connectionOf, DateTime, Day, Internal, Node, Personal, resultOf } from '#platform/graphql';
import type { ContentUse } from '../domain/content-item.ts';
import {
  ContentActEnum,
  ContentChannelEnum,
  ContentKindEnum,
  ContentLeftOutEnum,
  ContentPurposeEnum,
  ContentReasonEnum,
} from './words.ts';

/** Why content is offered. */
@Internal()
@ObjectType('ContentReason', { description: 'One reason for which content is offered.' })
export class ContentReasonType {
  @Field(() => ContentReasonEnum, { description: 'Which reason.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Of what it speaks: a stage, a language, a tag.' })
  value: string | null;
}

/** What the world sees of content that fits a customer now. */
@Internal()
@ObjectType('OfferedContent', { description: 'Content that fits a customer now, and why.' })
export class OfferedContentType {
  /** Which piece of content, for `item`. */
  itemId: string;
  /** `code:value`. */
  said: string[];

  @Field(() => Int, { description: 'Its version.' })
  version: number;

  @Field(() => ContentKindEnum, { description: 'What it is.' })
  kind: string;

  @Field(() => ContentPurposeEnum, { description: 'What it is for.' })
  purpose: string;

  @Field(() => String, { nullable: true, description: 'The colleague who answers for it.' })
  ownerName: string | null;

  @Field(() => String, { description: 'The language it is offered in.' })
  language: string;

  @Field(() => Boolean, { description: 'Whether that is not theirs because there is none in theirs.' })
  isFallback: boolean;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Its words with light markup.' })
  body: string | null;

  @Field(() => String, { nullable: true, description: 'Its web address.' })
  link: string | null;

  @Field(() => String, { nullable: true, description: 'The id of its file: it is at `/content-files/<id>`.' })
  fileId: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day it may be given.' })
  validUntil: string | null;

  @Field(() => ContentChannelEnum, { description: 'The channel it is made for.' })
  channel: string;

  @Field(() => StageEnum, { description: 'The stage it is placed in.' })
  stage: string;

  @Field(() => DateTime, { nullable: true, description: 'When they were last given it, within 30 days.' })
  givenAt: Date | null;

  @Field(() => Int, { description: 'Where it stands among what fits, from 1.' })
  place: number;

  @Field(() => Float, {
    description:
      'How likely it was to stand first for this customer today: of 100 customers like them so many get it first; the rest is how we go on learning. 0 for what stands behind others by rule.',
  })
  share: number;

  @Field(() => String, { description: 'Version of the settings that decided.' })
  settings: string;

  @Field(() => Int, {
    description: 'Uses in this stage and department of which the window is over, or that worked.',
  })
  tried: number;

  @Field(() => Int, { description: 'Of those: the customer moved on within the window.' })
  worked: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of the 95 % interval of worked out of tried.',
  })
  workedLow: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of that interval.' })
  workedHigh: number | null;
}

/** Content that is placed in their stage and not offered. */
@Internal()
@ObjectType('LeftOutContent', { description: 'Content that is placed in their stage and left out, and why.' })
export class LeftOutContentType {
  itemId: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => ContentKindEnum, { description: 'What it is.' })
  kind: string;

  @Field(() => ContentLeftOutEnum, { description: 'Why it is left out.' })
  why: string;
}

/** What the world sees of a use. */
@Personal()
@ObjectType('ContentUse', {
  implements: Node,
  description: 'A piece of content that was given to a customer, and what came of it.',
})
export class ContentUseType
  extends Node
  implements
    Pick<
      ContentUse,
      | 'id'
      | 'act'
      | 'channel'
      | 'language'
      | 'version'
      | 'department'
      | 'place'
      | 'propensity'
      | 'userName'
      | 'at'
      | 'openedAt'
      | 'opens'
    >
{
  itemId: string;
  customerId: string;
  token: string | null;

  @Field(() => ContentActEnum, { description: 'How it was given.' })
  act: ContentUse['act'];

  @Field(() => ContentChannelEnum, { description: 'On which channel.' })
  channel: string;

  @Field(() => String, { description: 'In which language.' })
  language: string;

  @Field(() => Int, { description: 'Which version.' })
  version: number;

  @Field(() => StageEnum, {
    nullable: true,
    description: 'The stage it was offered for; nothing when it was not offered but sought.',
  })
  stage: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For which department: `sales`, `marketing`, `support`.',
  })
  department: string | null;

  @Field(() => Int, { nullable: true, description: 'Where it stood among what was offered.' })
  place: number | null;

  @Field(() => Float, { nullable: true, description: 'How likely it was to stand first.' })
  propensity: number | null;

  @Field(() => String, { nullable: true, description: 'Who gave it.' })
  userName: string | null;

  @Field(() => DateTime, { description: 'When it was given.' })
  at: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the customer first opened it, as far as it can be seen.',
  })
  openedAt: Date | null;

  @Field(() => Int, { description: 'How often they opened it.' })
  opens: number;

  @Field(() => StageEnum, { nullable: true, description: 'The stage the customer moved to next.' })
  movedTo?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When they moved.' })
  movedAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What they did next, within 30 days: `ticket-solved`, `order-placed` … as facts of the journey are called.',
  })
  outcome?: string | null;
}

/** The pages of what was given. */
export const [, ContentUseConnection] = connectionOf(() => ContentUseType, 'ContentUse');
export const ContentUseResult = resultOf('ContentUseResult', () => ContentUseType, 'ContentUse');
