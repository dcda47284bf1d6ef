/** The voice feature: what people say of us in front of others, and how it is answered. */
export { LowRatings } from './low-ratings.tsx';
export { NewReview } from './new-review.tsx';
export { ReviewList } from './review-list.tsx';
export { ReviewViews } from './review-views.tsx';
export { ReviewWork } from './review-work.tsx';
export type { Chosen } from './review-writer.tsx';
export { type ReviewLine, reviewQuery, reviewsQuery } from './reviews.documents.ts';
export {
  type ReviewOrder,
  type ReviewsSearch,
  readReviewsSearch,
  reviewOrders,
  reviewsVariables,
} from './reviews-search.ts';
export { WordOfMouthFragment } from './word-of-mouth.documents.ts';
export { WordOfMouthCard } from './word-of-mouth-card.tsx';
