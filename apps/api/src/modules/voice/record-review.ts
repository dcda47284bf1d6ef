import { createHash } from 'node:crypto';
import { newId } from '#kernel/id';
import {
  type Moved,
  movedBetween,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  tellTo,
  thingKey,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import { whoHad } from '#platform/database';
import { forgetRows, putReviews } from './data/answers.ts';
import { putReviewEvents } from './data/review-cases.ts';
import { ReviewEntity } from './data/voice.entity.ts';
import { type ReviewBody, reviewBody } from './domain/read-voice-signals.ts';
import { isHistory, type ReviewEvent } from './domain/review-case.ts';
import { type Review, reviewEntryKey, reviewOf, tellReview } from './domain/told.ts';
import { type Arrived, keepReviewCases } from './keep-review-cases.ts';

/** An id that is the same whenever the same is told. */
function idOf(reviewId: string, what: string): string {
  const hex = createHash('sha256').update(`${reviewId} ${what}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const eventOf = (
  reviewId: string,
  kind: ReviewEvent['kind'],
  at: Date,
  more: Partial<ReviewEvent>,
): ReviewEvent => ({
  id: idOf(reviewId, kind),
  reviewId,
  kind,
  at,
  actorId: null,
  actorName: null,
  words: null,
  value: null,
  takenBackAt: null,
  ...more,
});

/** What is known of a review the moment it comes: that its source answered it, or that it is too old for anybody to wait. */
function firstEvents(review: Review, body: ReviewBody, now: Date): ReviewEvent[] {
  if (body.reply || body.answeredAt) {
    const written = review.at.getTime();
    const at = new Date(Math.max(body.answeredAt ? Date.parse(body.answeredAt) : written, written));
    return [eventOf(review.id, 'answered', at, { words: body.reply ?? null })];
  }
  return isHistory(review.at, now) ? [eventOf(review.id, 'dismissed', now, { value: 'too-old' })] : [];
}

const record: Recorder<ReviewBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const rows = new Map<string, { review: Review; body: ReviewBody }>();
  for (const item of [...items].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const [person] = peopleOf(item);
    const { sourceId, signalId, at, signal } = item;
    const review = reviewOf({
      id: newId(),
      sourceId,
      sourceKey: signal.subjectKey,
      signalId,
      customerId: person?.customerId ?? null,
      sourceRecordId: person?.sourceRecordId ?? null,
      body: signal.body,
      at,
    });
    rows.set(thingKey(sourceId, signal.subjectKey), { review, body: signal.body });
  }
  const written = await putReviews(
    tx,
    [...rows.values()].map(({ review }) => review),
  );
  const now = new Date();
  const arrived: Arrived[] = [];
  const moved: Moved[] = [];
  for (const { id, sourceId, sourceKey, customerId, sourceRecordId, isNew, ownerBefore } of written) {
    const { review: told, body } = rows.get(thingKey(sourceId, sourceKey))!;
    const review: Review = { ...told, id, customerId, sourceRecordId };
    const what = { keys: [reviewEntryKey(review)], about: { type: 'Review', id } };
    moved.push(...movedBetween(whoHad({ ownerBefore }), review, what));
    if (customerId && sourceRecordId)
      tellTo([{ customerId, sourceRecordId }], review.signalId, tellReview(review), recorded);
    if (!isNew) continue;
    const events = firstEvents(review, body, now);
    // A clock runs from when it was written: whoever wrote waits since then, however late we heard of it.
    arrived.push({ review, events, standing: { reviewId: id, receivedAt: review.at, isWeighed: false } });
  }
  await keepReviewCases(tx, arrived);
  await putReviewEvents(
    tx,
    arrived.flatMap(({ events }) => events),
  );
  return { ...recorded, moved };
};

/** Somebody told others about us. */
export const reviewSignal: SignalKind<ReviewBody> = {
  kind: 'review',
  description:
    'What somebody told others about us: a review, or a mention. Who that is may be unknown; a name without a mailbox, telephone or handle stands in `authorName`.',
  schema: reviewBody,
  concernsPerson: false,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'review', subjectKeys);
    forgetRows(tx, ReviewEntity, sourceId, subjectKeys);
  },
};
