import type { LivedReader } from '#modules/house';
import {
  type AnsweredSurvey,
  liveAnswer,
  liveReferral,
  liveReview,
  type MadeReferral,
  type ToldReview,
} from '../domain/lived-voice.ts';

/** What these customers said of us, as something they lived. */
export const livedVoice: LivedReader = async (db, customerIds) => {
  const [answers, reviews, referrals] = await Promise.all([
    db.named<AnsweredSurvey>(
      'voice-lived-answers',
      `SELECT a.id, a.customer_id AS "customerId", a.instrument, a.channel, a.department, a.value, a.expected, a.perceived,
              a.product_name AS "productName", a.subject_type AS "subjectType", a.subject_id AS "subjectId", a.answered_at AS "answeredAt"
         FROM survey_answer a WHERE a.customer_id = ANY($1::uuid[]) AND a.answered_at IS NOT NULL`,
      [customerIds],
    ),
    db.named<ToldReview>(
      'voice-lived-reviews',
      `SELECT r.id, r.customer_id AS "customerId", r.site, r.rating, r.sentiment, r.title, r.product_name AS "productName",
              r.is_public AS "isPublic", r.at
         FROM review r WHERE r.customer_id = ANY($1::uuid[])`,
      [customerIds],
    ),
    db.named<MadeReferral>(
      'voice-lived-referrals',
      `SELECT f.id, f.customer_id AS "customerId", f.channel, f.at FROM referral f WHERE f.customer_id = ANY($1::uuid[])`,
      [customerIds],
    ),
  ]);
  return [...answers.map(liveAnswer), ...reviews.map(liveReview), ...referrals.map(liveReferral)];
};
