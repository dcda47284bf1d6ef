import type { Vocabulary } from '#modules/house';
import { csvAnswers, csvReviews } from './domain/formats/csv-answers.ts';
import { csvHeardOf } from './domain/formats/csv-heard-of.ts';
import { heardOfBody } from './domain/heard-of.ts';
import { answerBody, referralBody, reviewBody } from './domain/read-voice-signals.ts';

/** What voice understands: answers, reviews, referrals, and how people heard of us. */
export const voiceVocabulary: Vocabulary = {
  formats: [csvAnswers, csvReviews, csvHeardOf],
  bodies: { answer: answerBody, referral: referralBody, review: reviewBody, 'heard-of': heardOfBody },
};
