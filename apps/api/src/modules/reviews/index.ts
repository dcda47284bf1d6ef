/**
 * Reviews: what is done with what people say of us in front of others, where several subjects are needed: answering by the channel that told of it,
 * writing down what no system tells, a ticket of it, and what low ratings open by themselves. The reviews are voice's.
 */
import type { Manifest } from '#modules/house';
import { hearOfAnswers } from './answer-review.ts';
import { ReviewRuleEntity } from './data/review-rule.entity.ts';
import { HeardOfMovesResolver } from './graph/heard-of.resolver.ts';
import { ReviewRuleResolver, ReviewsResolver } from './graph/reviews.resolver.ts';
import { weighReviewsJob } from './weigh-reviews.ts';

export { answerReview } from './answer-review.ts';
export { answerHeardOf, mayAskHeardOf } from './ask-heard-of.ts';
export { type HeardOfWords, heardOfWords } from './domain/heard-of-words.ts';
export { heardOfForm, readHeardOfForm } from './heard-of-form.ts';
export { sayHeardOf, takeBackHeardOf } from './say-heard-of.ts';
export { openTicketOfReview } from './ticket-of-review.ts';
export { followPolicies, saveReviewRule, weighReviews } from './weigh-reviews.ts';
export { writeDownReview } from './write-down-review.ts';

export const reviews: Manifest = {
  name: 'reviews',
  entities: [ReviewRuleEntity],
  resolvers: [ReviewsResolver, ReviewRuleResolver, HeardOfMovesResolver],
  jobs: [weighReviewsJob],
  letters: { subjectType: 'ReviewAnswer', moved: hearOfAnswers },
};
