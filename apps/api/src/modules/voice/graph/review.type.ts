import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTime, Internal, Node, Personal } from '#platform/graphql';
import { reviewSorts } from '../data/review-list.ts';
import type { Review } from '../domain/told.ts';

/** What the world sees of a review. */
@Internal()
@ObjectType('Review', { implements: Node, description: 'What somebody told others about us.' })
export class ReviewType
  extends Node
  implements
    Pick<
      Review,
      | 'id'
      | 'form'
      | 'site'
      | 'rating'
      | 'title'
      | 'text'
      | 'url'
      | 'productName'
      | 'language'
      | 'authorName'
      | 'at'
    >
{
  @Field(() => String, { description: '`review`, or `mention`.' })
  form: 'review' | 'mention';

  @Field(() => String, { nullable: true, description: 'Where: a shop, a portal, a network.' })
  site: string | null;

  @Field(() => Float, { nullable: true, description: 'Stars, at most 5.' })
  rating: number | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Its title.' })
  title: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'What they wrote for everybody.' })
  text: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'The product it is about.' })
  productName: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47: the language it is written in, where known.' })
  language: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'What its writer calls themselves there.' })
  authorName: string | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  at: Date;
}

/** A page of reviews. */
export const [ReviewEdge, ReviewConnection] = connectionOf(() => ReviewType, 'Review');

/** Orders of the list, as the graph names them. */
export const ReviewSortEnum = Object.fromEntries(reviewSorts.map((sort) => [sort, sort])) as Record<
  (typeof reviewSorts)[number],
  string
>;

registerEnumType(ReviewSortEnum, {
  name: 'ReviewSort',
  description: 'Orders of reviews.',
  valuesConfig: {
    DUE: { description: 'What is due first; what has no time promised after it, the newest first.' },
    NEWEST: { description: 'The newest first.' },
    OLDEST: { description: 'The oldest first.' },
    RATING: { description: 'The fewest stars first.' },
  },
});
