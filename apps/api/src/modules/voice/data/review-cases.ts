import { groupBy, inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { ReviewCase, ReviewEvent } from '../domain/review-case.ts';
import type { Review } from '../domain/told.ts';
import { ReviewCaseEntity, ReviewEventEntity } from './review-case.entity.ts';
import { ReviewEntity } from './voice.entity.ts';

const everything = `ON CONFLICT (review_id) DO UPDATE SET status = excluded.status, reason = excluded.reason, assignee_id = excluded.assignee_id,
  assignee_name = excluded.assignee_name, reply = excluded.reply, reply_url = excluded.reply_url, answered_at = excluded.answered_at,
  answered_by_name = excluded.answered_by_name, ticket_id = excluded.ticket_id, decision_id = excluded.decision_id, is_weighed = excluded.is_weighed,
  policy_id = excluded.policy_id, clock_state = excluded.clock_state, clock_started_at = excluded.clock_started_at,
  target_minutes = excluded.target_minutes, used_seconds = excluded.used_seconds, due_at = excluded.due_at, promised_at = excluded.promised_at,
  warn_at = excluded.warn_at, broken_at = excluded.broken_at, stopped_at = excluded.stopped_at`;

/** Writes where reviews stand. */
export async function putReviewCases(tx: Tx, cases: readonly ReviewCase[]): Promise<void> {
  await putRows(tx, ReviewCaseEntity, cases, everything);
}

/** Adds what was done with reviews; said again, it is the same. */
export async function putReviewEvents(tx: Tx, events: readonly ReviewEvent[]): Promise<void> {
  await putRows(
    tx,
    ReviewEventEntity,
    events,
    'ON CONFLICT (id) DO UPDATE SET taken_back_at = excluded.taken_back_at',
  );
}

/** A review with where it stands and all that was done with it. */
export interface ReviewInHand {
  review: Review;
  standing: ReviewCase;
  events: ReviewEvent[];
}

/** These reviews, locked until the transaction ends; those that nobody has are left out. */
export async function lockReviews(tx: Tx, ids: readonly string[]): Promise<ReviewInHand[]> {
  const cases = await tx.named<ReviewCase>(
    'review-cases-lock',
    `SELECT ${columnsOf(ReviewCaseEntity, 'k')} FROM review_case k WHERE k.review_id = ANY($1::uuid[]) ORDER BY k.review_id FOR UPDATE`,
    [ids],
  );
  if (cases.length === 0) return [];
  const reviews = new Map((await reviewsOfIds(tx, ids)).map((review) => [review.id, review]));
  const events = groupBy(await eventsOf(tx, ids), ({ reviewId }) => reviewId);
  return cases.map((standing) => ({
    review: reviews.get(standing.reviewId)!,
    standing,
    events: events.get(standing.reviewId) ?? [],
  }));
}

const reviewsOfIds = (db: Db, ids: readonly string[]): Promise<Review[]> =>
  db.named<Review>(
    'reviews-of-ids',
    `SELECT ${columnsOf(ReviewEntity, 'r')} FROM review r WHERE r.id = ANY($1::uuid[])`,
    [ids],
  );

const eventsOf = (db: Db, ids: readonly string[]): Promise<ReviewEvent[]> =>
  db.named<ReviewEvent>(
    'review-events-of',
    `SELECT ${columnsOf(ReviewEventEntity, 'e')} FROM review_event e WHERE e.review_id = ANY($1::uuid[]) ORDER BY e.at, e.id`,
    [ids],
  );

/** Where each of these reviews stands. */
export const casesByReview = async (db: Db, ids: readonly string[]): Promise<(ReviewCase | null)[]> => {
  const rows = await db.named<ReviewCase & { id: string }>(
    'review-cases',
    `SELECT ${columnsOf(ReviewCaseEntity, 'k')}, k.review_id AS id FROM review_case k WHERE k.review_id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
};

/** What was done with each of these reviews and not taken back, the oldest first. */
export async function eventsByReview(db: Db, ids: readonly string[]): Promise<ReviewEvent[][]> {
  const rows = await db.named<ReviewEvent & { place: number }>(
    'review-events',
    `SELECT asked.place::int AS place, ${columnsOf(ReviewEventEntity, 'e')} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(review, place)
       JOIN review_event e ON e.review_id = asked.review AND e.taken_back_at IS NULL ORDER BY asked.place, e.at, e.id`,
    [ids],
  );
  return inPlaces(rows, ids.length);
}

/** Reviews that wait for an answer, behind an id; for whatever looks at all of them. */
export async function openReviewIds(db: Db, after: string | null, limit: number): Promise<string[]> {
  const rows = await db.named<{ id: string }>(
    'reviews-open',
    `SELECT k.review_id AS id FROM review_case k WHERE k.status IN ('new', 'waiting') AND ($1::uuid IS NULL OR k.review_id > $1)
      ORDER BY k.review_id LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Reviews at which no rule has looked yet, the oldest first. */
export async function unweighedReviewIds(db: Db, limit: number): Promise<string[]> {
  const rows = await db.named<{ id: string }>(
    'reviews-unweighed',
    'SELECT k.review_id AS id FROM review_case k WHERE NOT k.is_weighed ORDER BY k.received_at, k.review_id LIMIT $1',
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** Gives a review that was nobody's to a customer, by a record of theirs; `null` takes it back. */
export function hangReview(
  tx: Tx,
  reviewId: string,
  whose: { customerId: string; sourceRecordId: string } | null,
): void {
  tx.later(
    'review-hang',
    'UPDATE review SET customer_id = $2::uuid, source_record_id = $3::uuid WHERE id = $1',
    [reviewId, whose?.customerId ?? null, whose?.sourceRecordId ?? null],
  );
}

/** The review with which something was done. */
export async function reviewOfEvent(db: Db, eventId: string): Promise<string | null> {
  const [row] = await db.named<{ reviewId: string }>(
    'review-of-event',
    'SELECT e.review_id AS "reviewId" FROM review_event e WHERE e.id = $1',
    [eventId],
  );
  return row?.reviewId ?? null;
}
