import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import { StageEnum } from '#modules/customers';
import type { Department } from '#modules/house';
import { connectionOf, DateTime, Day, Internal, Node, resultOf } from '#platform/graphql';
import type { ContentItem, ContentVersion, Placement } from '../domain/content-item.ts';
import {
  ContentChannelEnum,
  ContentKindEnum,
  ContentPriorityEnum,
  ContentPurposeEnum,
  ContentStatusEnum,
} from './words.ts';

/** What the world sees of a piece of content. */
@Internal()
@ObjectType('ContentItem', {
  implements: Node,
  description: 'A piece of content for customers: what marketing, sales and support have at hand at a stage.',
})
export class ContentItemType
  extends Node
  implements
    Pick<
      ContentItem,
      | 'id'
      | 'kind'
      | 'purpose'
      | 'ownerName'
      | 'product'
      | 'tags'
      | 'status'
      | 'version'
      | 'publishedVersion'
      | 'createdAt'
      | 'touchedAt'
    >
{
  @Field(() => ContentKindEnum, { description: 'What it is.' })
  kind: ContentItem['kind'];

  @Field(() => ContentPurposeEnum, { description: 'What it is for.' })
  purpose: ContentItem['purpose'];

  @Field(() => String, { nullable: true, description: 'The colleague who answers for it.' })
  ownerName: string | null;

  @Field(() => String, { nullable: true, description: 'The product it speaks of.' })
  product: string | null;

  @Field(() => [String], { description: 'Words to find it by.' })
  tags: string[];

  @Field(() => ContentStatusEnum, { description: 'Where its newest version stands.' })
  status: ContentItem['status'];

  @Field(() => Int, { description: 'Its newest version.' })
  version: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The version people get; nothing while none was approved.',
  })
  publishedVersion: number | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt: Date;

  @Field(() => DateTime, { description: 'When somebody last worked on it.' })
  touchedAt: Date;
}

/** The pages of the library. */
export const [, ContentItemConnection] = connectionOf(() => ContentItemType, 'ContentItem');

/** A number with its interval. */
@Internal()
@ObjectType('ContentFigures', {
  description:
    'What came of giving it: counts, and shares with their 95 % interval (Wilson). Nothing tried: no share, not zero.',
})
export class ContentFiguresType {
  @Field(() => Int, { description: 'How often it was given.' })
  used: number;

  @Field(() => Int, { description: 'How many of those were opened, as far as it can be seen.' })
  opened: number;

  @Field(() => Int, { description: 'Uses of which the window is over, or that worked.' })
  tried: number;

  @Field(() => Int, { description: 'Of those tried: the customer moved on within the window.' })
  worked: number;

  @Field(() => Float, { nullable: true, description: 'Share of those tried that worked.' })
  rate: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of its interval.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of its interval.' })
  high: number | null;

  @Field(() => Int, {
    description: 'Days within which it has to work: a use that is younger counts for nothing yet.',
  })
  windowDays: number;
}

/** What another policy would have earned. */
@Internal()
@ObjectType('ContentIfAlone', {
  description:
    'What would have been, had this content always been served here: from logged decisions, or why that cannot be said.',
})
export class ContentIfAloneType {
  @Field(() => Int, { description: 'Decisions in the log.' })
  n: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Self-normalised estimate of the share that would have worked.',
  })
  snips: number | null;

  @Field(() => Float, { nullable: true, description: 'Inverse propensity estimate.' })
  ips: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of its 95 % interval.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of its 95 % interval.' })
  high: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How many decisions the log is really worth; below 100 it is refused.',
  })
  effective: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the estimate is not to be used: `no-data`, `impossible-propensity`, `too-little-effective`.',
  })
  refused: string | null;

  @Field(() => String, { description: 'Version of the settings it was made with.' })
  settings: string;
}

/** What is believed of content in one cell. */
@Internal()
@ObjectType('ContentCell', { description: 'How a piece of content does in one stage for one department.' })
export class ContentCellType {
  /** Which piece of content, for the fields that are asked for on demand. */
  itemId: string;

  @Field(() => StageEnum, { description: 'The stage.' })
  stage: string;

  @Field(() => DepartmentEnum, { description: 'The department.' })
  department: string;

  @Field(() => ContentFiguresType, { description: 'What came of giving it here.' })
  figures: ContentFiguresType;

  @Field(() => Float, {
    nullable: true,
    description:
      'How often it is to stand first among all that is placed here; nothing when it is not served.',
  })
  serve: number | null;

  @Field(() => Float, { nullable: true, description: 'How likely it is the best of them.' })
  pBest: number | null;

  @Field(() => Boolean, { description: 'Whether it was stopped: hopeless beside the best.' })
  stopped: boolean;

  @Field(() => String, { description: 'Version of the settings it was reckoned with.' })
  settings: string;

  @Field(() => DateTime, { description: 'When it was reckoned.' })
  reckonedAt: Date;
}

/** A version in one language. */
@Internal()
@ObjectType('ContentTranslation', {
  description: 'A version of content in one language: words, a link or a file.',
})
export class ContentTranslationType {
  @Field(() => String, { description: 'Its language: `it`, `fr`.' })
  language: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its words with light markup: `# heading`, `- list`, `**strong**`, `[words](https://…)`. Not HTML: show it as text and elements.',
  })
  body: string | null;

  @Field(() => String, { nullable: true, description: 'A web address.' })
  link: string | null;

  @Field(() => String, { nullable: true, description: 'The id of its file: it is at `/content-files/<id>`.' })
  fileId: string | null;

  @Field(() => String, { nullable: true, description: 'The name of its file.' })
  fileName: string | null;

  @Field(() => Int, { nullable: true, description: 'The size of its file in bytes.' })
  fileBytes: number | null;
}

/** What the world sees of a version. */
@Internal()
@ObjectType('ContentVersion', {
  description: 'One version of a piece of content; a published one never changes.',
})
export class ContentVersionType implements Omit<ContentVersion, 'itemId' | 'writtenBy' | 'decidedBy'> {
  itemId: string;

  @Field(() => Int, { description: 'Its number, from 1.' })
  version: number;

  @Field(() => ContentStatusEnum, { description: 'Where it stands.' })
  status: ContentVersion['status'];

  @Field(() => [String], { description: 'What it makes people expect, one sentence each.' })
  claims: string[];

  @Field(() => Day, { nullable: true, description: 'The first day it may be given.' })
  validFrom: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day it may be given.' })
  validUntil: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  writtenByName: string | null;

  @Field(() => String, { nullable: true, description: 'Who approved it or sent it back.' })
  decidedByName: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When that was decided.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What they said about it.' })
  remark: string | null;

  @Field(() => DateTime, { description: 'When it last changed.' })
  changedAt: Date;
}

/** What the world sees of a placement. */
@Internal()
@ObjectType('ContentPlacement', {
  implements: Node,
  description: 'Where content is offered: a stage, for a department, under conditions.',
})
export class ContentPlacementType
  extends Node
  implements Omit<Placement, 'itemId' | 'placedBy' | 'removedAt' | 'priority'>
{
  itemId: string;

  @Field(() => StageEnum, { description: 'The stage.' })
  stage: string;

  @Field(() => DepartmentEnum, { description: 'The department that has it at hand.' })
  department: Department;

  @Field(() => ContentChannelEnum, { description: 'The channel it is made for.' })
  channel: string;

  @Field(() => String, { nullable: true, description: 'Only for people of this language; nothing: for all.' })
  language: string | null;

  @Field(() => ContentPriorityEnum, { description: 'How early it stands among what fits.' })
  priority: string;

  @Field(() => [String], { description: 'Only for customers with one of these tags; empty: for all.' })
  withTags: string[];

  @Field(() => [String], { description: 'Only for customers in these countries; empty: for all.' })
  inCountries: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only for customers with (or without) an open ticket.',
  })
  withOpenTicket: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only for customers with (or without) an open deal.' })
  withOpenDeal: boolean | null;

  @Field(() => String, { nullable: true, description: 'Who placed it.' })
  placedByName: string | null;

  @Field(() => DateTime, { description: 'When it was placed.' })
  placedAt: Date;
}

/** A value of a filter and how many it would leave. */
@Internal()
@ObjectType('ContentFacet', {
  description: 'A value that a filter of the library can take, and how many it leaves.',
})
export class ContentFacetType {
  @Field(() => String, {
    description: 'Which filter: `kind`, `status`, `stage`, `department`, `language`, `stale`, `all`.',
  })
  facet: string;

  @Field(() => String, { description: 'The value, in our words.' })
  value: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

export const ContentItemResult = resultOf('ContentItemResult', () => ContentItemType, 'ContentItem');
export const ContentPlacementResult = resultOf(
  'ContentPlacementResult',
  () => ContentPlacementType,
  'ContentPlacement',
);
