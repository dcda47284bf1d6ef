import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { DateTime, Internal, Node, resultOf, ShareType } from '#platform/graphql';
import type { PublishedPromise } from '../domain/published-promise.ts';
import type { PromiseKind } from '../domain/read-promise-signal.ts';
import { PromiseKindEnum } from './promise.type.ts';

/** What the world sees of a promise put up for everybody. */
@Internal()
@ObjectType('PublishedPromise', {
  implements: Node,
  description: 'A promise put up for everybody to see, and what was known when it was.',
})
export class PublishedPromiseType
  extends Node
  implements
    Pick<
      PublishedPromise,
      | 'id'
      | 'kind'
      | 'channel'
      | 'minutes'
      | 'words'
      | 'audience'
      | 'publishedAt'
      | 'publishedByName'
      | 'overrideReason'
      | 'withdrawnAt'
      | 'settings'
    >
{
  @Field(() => PromiseKindEnum, { description: 'What is promised.' })
  kind: PromiseKind;

  @Field(() => String, { description: 'On which channel: `chat`, `email` …' })
  channel: string;

  @Field(() => Float, { description: 'Within how many minutes; open ones where there is a calendar.' })
  minutes: number;

  @Field(() => String, { description: 'The words that everybody reads.' })
  words: string;

  @Field(() => String, { nullable: true, description: 'Whom it is meant for.' })
  audience: string | null;

  @Field(() => String, { nullable: true, description: 'Whose business calendar counts, by its time zone.' })
  timeZone?: string | null;

  @Field(() => DateTime, { description: 'When it was put up.' })
  publishedAt: Date;

  @Field(() => String, { description: 'Who put it up.' })
  publishedByName: string;

  @Field(() => ShareType, { description: 'What past performance said on that day.' })
  known?: Proportion;

  @Field(() => ShareType, { description: 'How it has been kept since it was put up.' })
  since?: Proportion;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was put up although past performance did not allow it.',
  })
  overrideReason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken down.' })
  withdrawnAt: Date | null;

  @Field(() => String, { description: 'The version of the settings that decided.' })
  settings: string;
}

/** What mutations of published promises answer with. */
export const PublishedPromiseResult = resultOf(
  'PublishedPromiseResult',
  () => PublishedPromiseType,
  'PublishedPromise',
);

/** One time that could be promised, and how surely it would be kept. */
@Internal()
@ObjectType({ description: 'One time that could be promised, and the share of past cases that kept it.' })
export class PromiseCandidate {
  @Field(() => Float, { description: 'Within how many minutes.' })
  minutes: number;

  @Field(() => ShareType, { description: 'The share of past cases that were in time.' })
  share: Proportion;

  @Field(() => Boolean, {
    description: 'Whether it may be published without a reason: the interval begins high enough.',
  })
  isKeepable: boolean;
}

/** What can be promised of one thing on one channel. */
@Internal()
@ObjectType({ description: 'What past performance allows to promise, of one thing on one channel.' })
export class KeepablePromise {
  @Field(() => PromiseKindEnum, { description: 'What would be promised.' })
  kind: PromiseKind;

  @Field(() => String, { description: 'On which channel.' })
  channel: string;

  @Field(() => Int, { description: 'Past cases it was learnt from, those that still wait included.' })
  n: number;

  @Field(() => PromiseCandidate, {
    nullable: true,
    description: 'The shortest time that holds; null with too little history, or when none does.',
  })
  shortest: PromiseCandidate | null;

  @Field(() => [PromiseCandidate], {
    description: 'Every time that was weighed, the shortest first. A plain list: there are twenty-one.',
  })
  candidates: PromiseCandidate[];

  @Field(() => Float, { description: 'Where the interval must begin at least.' })
  needed: number;

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** Promises kept, of all or of one channel. */
@Internal()
@ObjectType({
  description: 'How many promises were kept. Open and withdrawn ones do not count in the share.',
})
export class PromisesKept {
  @Field(() => String, {
    nullable: true,
    description: 'On which channel; null for all, or where nobody said.',
  })
  channel: string | null;

  @Field(() => ShareType, { description: 'Kept, of all that are decided.' })
  share: Proportion;

  @Field(() => Int, { description: 'Not due yet.' })
  open: number;

  @Field(() => Float, {
    nullable: true,
    description: 'By how many hours broken ones overran on average, so far for those still not done.',
  })
  meanOverrunHours: number | null;

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** The promises of a period, together and by channel. */
@Internal()
@ObjectType({ description: 'The promises of a period: together, and by channel.' })
export class PromiseCounts {
  @Field(() => PromisesKept, { description: 'All of them.' })
  all: PromisesKept;

  @Field(() => [PromisesKept], {
    description: 'By channel, those with most first. A plain list: there are few.',
  })
  channels: PromisesKept[];
}
