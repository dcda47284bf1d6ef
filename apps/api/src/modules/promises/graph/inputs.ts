import { Field, Float, ID, InputType } from 'type-graphql';
import { DateTime } from '#platform/graphql';
import type { PromiseStanding } from '../domain/promise.ts';
import type { PromiseKind } from '../domain/read-promise-signal.ts';
import { PromiseKindEnum, PromiseStandingEnum } from './promise.type.ts';

/** A new promise. */
@InputType('NewPromise', { description: 'What is promised to a customer.' })
export class NewPromiseInput {
  @Field(() => ID, { description: 'To whom.' })
  customerId: string;

  @Field(() => String, { description: 'What, in at most 500 characters.' })
  words: string;

  @Field(() => PromiseKindEnum, { nullable: true, description: 'What kind of thing; `OTHER` when missing.' })
  kind?: PromiseKind | null;

  @Field(() => String, { nullable: true, description: 'Where it was given: `phone`, `email` …' })
  channel?: string | null;

  @Field(() => DateTime, { description: 'By when.' })
  dueAt: Date;
}

/** Which promises. */
@InputType('PromiseFilter', { description: 'All of it must hold; what is not given does not count.' })
export class PromiseFilterInput {
  @Field(() => [PromiseStandingEnum], { nullable: true, description: 'Where they stand.' })
  standings?: PromiseStanding[] | null;

  @Field(() => [PromiseKindEnum], { nullable: true, description: 'What was promised.' })
  kinds?: PromiseKind[] | null;

  @Field(() => [String], { nullable: true, description: 'Where they were given.' })
  channels?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Given at this time or later.' })
  madeFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Given before this time.' })
  madeUntil?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Due before this time.' })
  dueBefore?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only clocks of service levels. False: only what people promised.',
  })
  isServiceLevel?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that the viewer gave.' })
  mine?: boolean | null;
}

/** A promise to put up. */
@InputType('NewPublishedPromise', { description: 'What is promised to everybody.' })
export class NewPublishedPromiseInput {
  @Field(() => PromiseKindEnum, { description: 'What is promised.' })
  kind: PromiseKind;

  @Field(() => String, { description: 'On which channel.' })
  channel: string;

  @Field(() => Float, { description: 'Within how many minutes.' })
  minutes: number;

  @Field(() => String, { description: 'The words that everybody reads, at most 500 characters.' })
  words: string;

  @Field(() => String, { nullable: true, description: 'Whom it is meant for.' })
  audience?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is put up although past performance does not allow it. It stays with the promise.',
  })
  overrideReason?: string | null;
}
