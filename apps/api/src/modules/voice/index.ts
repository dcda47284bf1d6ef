/** Voice: what customers say when asked, what they tell each other, and what follows from it. */
import type { Manifest } from '#modules/house';
import { answersById, referralsById, reviewsById } from './data/answers.ts';
import { expectationTasksById } from './data/expectation-tasks.ts';
import { HeardOfEntity } from './data/heard-of.entity.ts';
import { heardOfById } from './data/heard-of.ts';
import { HeardOfSkipEntity } from './data/heard-of-skip.entity.ts';
import { livedVoice } from './data/lived-voice.ts';
import { ReviewCaseEntity, ReviewEventEntity } from './data/review-case.entity.ts';
import {
  ExpectationTaskEntity,
  ReferralEntity,
  ReviewEntity,
  SurveyAnswerEntity,
} from './data/voice.entity.ts';
import { voiceReadings } from './data/voice-reading.ts';
import { csvAnswers, csvReviews } from './domain/formats/csv-answers.ts';
import { csvHeardOf } from './domain/formats/csv-heard-of.ts';
import { CustomerVoiceResolver } from './graph/customer-voice.resolver.ts';
import { ExpectationTaskResolver } from './graph/expectation-task.resolver.ts';
import {
  CustomerHeardOfResolver,
  HeardSharesResolver,
  ReferralEndsResolver,
} from './graph/heard-of.resolver.ts';
import { ReviewResolver } from './graph/review.resolver.ts';
import { ReviewMovesResolver } from './graph/review-moves.resolver.ts';
import { VoiceResolver } from './graph/voice.resolver.ts';
import { heardOfSignal } from './record-heard-of.ts';
import { reviewSignal } from './record-review.ts';
import { answerSignal, referralSignal } from './record-voice.ts';

export { reviewIdByKey, reviewsById } from './data/answers.ts';
export { heardOfByCustomer } from './data/heard-of.ts';
export { addHeardOfSkip, isHeardOfOpen } from './data/heard-of-asked.ts';
export {
  casesByReview,
  lockReviews,
  openReviewIds,
  type ReviewInHand,
  reviewOfEvent,
  unweighedReviewIds,
} from './data/review-cases.ts';
export { driversOf } from './domain/drivers.ts';
export { expectationGap } from './domain/expectation-gap.ts';
export { type HeardOf, type HeardVia, type HeardWay, heardOfBody, heardWays } from './domain/heard-of.ts';
export { npsBootstrap, npsDifference, npsOf, npsOfAnswers, recommendersOf } from './domain/nps.ts';
export { npsByChannel } from './domain/nps-by-channel.ts';
export { peerLoop } from './domain/peer-loop.ts';
export {
  type AnswerBody,
  answerBody,
  type ReferralBody,
  type ReviewBody,
  referralBody,
  reviewBody,
} from './domain/read-voice-signals.ts';
export type { ReviewCase, ReviewRefusal } from './domain/review-case.ts';
export { cesOf, csatOf } from './domain/satisfaction.ts';
export { usualVoice, type VoiceSettings, voiceSettings } from './domain/settings.ts';
export type { Review } from './domain/told.ts';
export { HeardWayEnum } from './graph/heard-of.type.ts';
export { ReviewType } from './graph/review.type.ts';
export { ReviewMoveResult } from './graph/review-case.type.ts';
export { keepReviewCases } from './keep-review-cases.ts';
export { moveReview, takeBackReviewMove } from './move-review.ts';
export { heardOfSignal } from './record-heard-of.ts';

export const voice: Manifest = {
  name: 'voice',
  entities: [
    SurveyAnswerEntity,
    ReviewEntity,
    ReviewCaseEntity,
    ReviewEventEntity,
    ReferralEntity,
    HeardOfEntity,
    HeardOfSkipEntity,
    ExpectationTaskEntity,
  ],
  resolvers: [
    CustomerVoiceResolver,
    VoiceResolver,
    ReviewResolver,
    ReviewMovesResolver,
    CustomerHeardOfResolver,
    ReferralEndsResolver,
    HeardSharesResolver,
    ExpectationTaskResolver,
  ],
  readings: voiceReadings,
  nodes: [
    { typeName: 'Answer', batch: answersById },
    { typeName: 'Review', batch: reviewsById },
    { typeName: 'Referral', batch: referralsById },
    { typeName: 'HeardOf', batch: heardOfById },
    { typeName: 'ExpectationTask', batch: expectationTasksById },
  ],
  signals: [answerSignal, reviewSignal, referralSignal, heardOfSignal],
  formats: [csvAnswers, csvReviews, csvHeardOf],
  follows: ['survey_answer', 'review', 'referral', 'heard_of', 'heard_of_skip'],
  lived: livedVoice,
};
