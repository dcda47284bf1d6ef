import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ReviewType } from '#modules/voice';
import { DateTime, Internal, resultOf } from '#platform/graphql';

/** A review that somebody writes down. */
@InputType('HeardReview', { description: 'What somebody heard or read of us, as they write it down.' })
export class HeardReviewInput {
  @Field(() => ID, { description: 'A fresh UUID of who writes it down: sending it twice writes it once.' })
  key: string;

  @Field(() => String, { defaultValue: 'mention', description: '`review`, or `mention`.' })
  form: 'review' | 'mention';

  @Field(() => String, { nullable: true, description: 'Where: a shop, a portal, a network, the telephone.' })
  site?: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer who said it, when that is known.' })
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: 'What they call themselves there.' })
  authorName?: string | null;

  @Field(() => String, { nullable: true, description: 'Their mailbox, when it is known.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'The product it is about.' })
  productName?: string | null;

  @Field(() => Float, { nullable: true, description: 'How many stars or points.' })
  rating?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many; 5 when missing.' })
  ratingOutOf?: number | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What was said.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47: the language it was said in.' })
  language?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was said; now when missing.' })
  at?: Date | null;
}

/** An answer to a review. */
@InputType('ReviewAnswer', { description: 'What is answered to a review.' })
export class ReviewAnswerInput {
  @Field(() => ID, { description: 'The review.' })
  id: string;

  @Field(() => String, { description: 'What is answered.' })
  words: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the answer can be read, when it was given there by hand.',
  })
  url?: string | null;
}

/** What the rule about low ratings should do. */
@InputType('SaveReviewRule', { description: 'What low ratings open by themselves.' })
export class SaveReviewRuleInput {
  @Field(() => Float, { description: 'So many stars or fewer are low.' })
  ratingAtMost: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Who of us looks after such a ticket; nobody when missing.',
  })
  ownerId?: string | null;

  @Field(() => Boolean, { description: 'Whether it counts, for what is written from now on.' })
  isActive: boolean;
}

/** What the world sees of the rule about low ratings. */
@Internal()
@ObjectType('ReviewRule', { description: 'What low ratings open by themselves: a ticket with an owner.' })
export class ReviewRuleType {
  @Field(() => Float, { description: 'So many stars or fewer are low.' })
  ratingAtMost: number;

  @Field(() => ID, { nullable: true, description: 'The id of who of us looks after such a ticket.' })
  ownerId: string | null;

  @Field(() => DateTime, { nullable: true, description: 'From when on it counts; null: it rests.' })
  activeSince: Date | null;
}

/** The review that was written down, or why it was not. */
export const ReviewResult = resultOf('ReviewResult', () => ReviewType, 'Review');

/** The rule, or why it was not kept. */
export const ReviewRuleResult = resultOf('ReviewRuleResult', () => ReviewRuleType, 'ReviewRule');
