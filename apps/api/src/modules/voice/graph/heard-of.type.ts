import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { DateTime, Internal, Node, Personal, ShareType } from '#platform/graphql';
import type { HeardOf, HeardVia, HeardWay } from '../domain/heard-of.ts';

/** How people hear of us, as the graph names it. */
export const HeardWayEnum = {
  RECOMMENDATION: 'recommendation',
  SEARCH: 'search',
  SOCIAL: 'social',
  ADVERTISEMENT: 'advertisement',
  PRESS: 'press',
  SHOP: 'shop',
  EVENT: 'event',
  OTHER: 'other',
  UNKNOWN: 'unknown',
} as const;

registerEnumType(HeardWayEnum, {
  name: 'HeardWay',
  description: 'How somebody heard of us, by their own account.',
  valuesConfig: {
    RECOMMENDATION: { description: 'Somebody recommended us.' },
    SEARCH: { description: 'They searched the web.' },
    SOCIAL: { description: 'A social network.' },
    ADVERTISEMENT: { description: 'An advertisement.' },
    PRESS: { description: 'The press, a blog, a broadcast.' },
    SHOP: { description: 'They saw us in a shop.' },
    EVENT: { description: 'An event.' },
    OTHER: { description: 'Something else; their words say it.' },
    UNKNOWN: { description: 'They were asked and do not remember.' },
  },
});

/** Where they were asked, as the graph names it. */
export const HeardViaEnum = {
  FORM: 'form',
  CHAT: 'chat',
  PORTAL: 'portal',
  SURVEY: 'survey',
  AGENT: 'agent',
  IMPORT: 'import',
} as const;

registerEnumType(HeardViaEnum, {
  name: 'HeardVia',
  description: 'Where somebody was asked how they heard of us.',
  valuesConfig: {
    FORM: { description: 'A form of a web site.' },
    CHAT: { description: 'The chat.' },
    PORTAL: { description: 'Their own pages.' },
    SURVEY: { description: 'A survey after a purchase.' },
    AGENT: { description: 'One of us asked.' },
    IMPORT: { description: 'Another system told of it.' },
  },
});

/** What the world sees of how somebody heard of us. */
@Internal()
@ObjectType('HeardOf', {
  implements: Node,
  description: 'How a customer heard of us, by their own account: asked once.',
})
export class HeardOfType extends Node implements Pick<HeardOf, 'id' | 'way' | 'words' | 'via' | 'at'> {
  @Field(() => HeardWayEnum, { description: 'How: as they said, or as their words mean.' })
  way: HeardWay;

  @Personal()
  @Field(() => String, { nullable: true, description: 'In their own words.' })
  words: string | null;

  @Field(() => HeardViaEnum, { description: 'Where they were asked.' })
  via: HeardVia;

  @Field(() => DateTime, { description: 'When they said it.' })
  at: Date;
}

/** One way with its share. */
@Internal()
@ObjectType('HeardShare', { description: 'One way of hearing of us, and its share of those who said.' })
export class HeardShareType {
  @Field(() => HeardWayEnum, { description: 'The way.' })
  way: HeardWay;

  @Field(() => ShareType, { description: 'Its share, with its interval.' })
  share: Proportion;
}

/** How people heard of us. */
@Internal()
@ObjectType('HeardShares', { description: 'How customers heard of us, counted by what each said first.' })
export class HeardSharesType {
  @Field(() => Int, { description: 'Customers who said.' })
  n: number;

  @Field(() => [HeardShareType], { description: 'The commonest first. A plain list: nine at most.' })
  ways: HeardShareType[];
}
