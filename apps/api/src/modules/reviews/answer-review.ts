import { isId } from '#kernel/id';
import { type Result, refuse } from '#kernel/result';
import { type Actor, systemActor } from '#modules/access';
import { answeringChannels, reviewWay } from '#modules/channels';
import type { MovedLetter } from '#modules/house';
import { holdLetter, lettersBySubject, takeBackLetter } from '#modules/outbox';
import {
  lockReviews,
  moveReview,
  type Review,
  type ReviewRefusal,
  reviewOfEvent,
  takeBackReviewMove,
} from '#modules/voice';
import type { Tx } from '#platform/database';

type Outcome = Result<{ review: Review; eventId: string }, ReviewRefusal>;

/**
 * Answers a review. Where the channel that told of it takes answers, the words leave by it after the usual ten seconds; else they say what was
 * answered there by hand, with the link.
 */
export async function answerReview(
  tx: Tx,
  by: Actor,
  wish: { id: string; words: string; url?: string | null | undefined },
  now: Date,
): Promise<Outcome> {
  const [inHand] = isId(wish.id) ? await lockReviews(tx, [wish.id]) : [];
  if (!inHand) return refuse({ code: 'NOT_FOUND', message: 'There is no such review.', field: 'id' });
  if (inHand.standing.status === 'answered')
    return refuse({ code: 'DONE_ALREADY', message: 'It was answered already.', field: 'id' });
  const outcome = await moveReview(
    tx,
    by,
    wish.id,
    { kind: 'answered', words: wish.words, url: wish.url },
    now,
  );
  if (!outcome.ok) return outcome;
  const { review, eventId } = outcome.value;
  const [channel] = await answeringChannels(tx, [review.sourceId]);
  if (!channel) return outcome;
  await holdLetter(
    tx,
    {
      channel: reviewWay,
      purpose: 'reply',
      subjectType: 'ReviewAnswer',
      subjectId: eventId,
      customerId: review.customerId,
      sourceRecordId: review.sourceRecordId,
      toAddress: review.sourceKey,
      toName: review.authorName,
      subject: review.site ?? 'Review',
      body: wish.words.trim(),
      language: review.language,
      threadKey: review.sourceId,
      answersExternalId: null,
      authorId: by.id,
      authorName: by.name,
    },
    now,
  );
  return outcome;
}

/** Takes something back that was done with a review; an answer only while its letter has not left. */
export async function takeBackAnswer(
  tx: Tx,
  by: Actor,
  id: string,
  eventId: string,
  now: Date,
): Promise<Outcome> {
  const [letter] = isId(eventId) ? await lettersBySubject(tx, [eventId]) : [null];
  if (letter) {
    const taken = await takeBackLetter(tx, letter.id);
    if (!taken.ok) return refuse({ code: 'NOT_POSSIBLE', message: taken.refusal.message, field: 'eventId' });
  }
  return takeBackReviewMove(tx, by, id, eventId, now);
}

/** An answer that never arrived is none: the review waits again, and says why. Hearing it twice does it once. */
export async function hearOfAnswers(tx: Tx, letters: readonly MovedLetter[]): Promise<void> {
  for (const { subjectId, state } of letters) {
    if (state !== 'failed') continue;
    const reviewId = await reviewOfEvent(tx, subjectId);
    if (!reviewId) continue;
    const now = new Date();
    const taken = await takeBackReviewMove(tx, systemActor(), reviewId, subjectId, now);
    if (taken.ok)
      await moveReview(
        tx,
        systemActor(),
        reviewId,
        { kind: 'note', words: 'The answer did not arrive.' },
        now,
      );
  }
}
