import { isId } from '#kernel/id';
import { type Result, refuse } from '#kernel/result';
import type { Actor } from '#modules/access';
import { type Recorded, tellTo } from '#modules/house';
import { houseRules, mergeCustomers, stewardRecord, unmergeCustomer } from '#modules/identity';
import { tell, untellEntries } from '#modules/timeline';
import type { Tx } from '#platform/database';
import { hangReview, lockReviews } from './data/review-cases.ts';
import type { ReviewRefusal } from './domain/review-case.ts';
import { type Review, reviewEntryKey, tellReview } from './domain/told.ts';
import { moveReview, takeBackReviewMove } from './move-review.ts';

const noBody: ReviewRefusal = { code: 'NO_SUCH_PERSON', message: 'Nobody has this id.', field: 'customerId' };

/**
 * Says who wrote a review. A writer who is somebody of their own already (a handle, a name) becomes one with the customer, as a merge that can
 * be undone; a review that is nobody's hangs on the customer's own record here.
 */
export async function linkReview(
  tx: Tx,
  by: Actor,
  id: string,
  customerId: string,
  now: Date,
): Promise<Result<{ review: Review; eventId: string }, ReviewRefusal>> {
  const [inHand] = isId(id) ? await lockReviews(tx, [id]) : [];
  if (!inHand) return refuse({ code: 'NOT_FOUND', message: 'There is no such review.', field: 'id' });
  if (!isId(customerId)) return refuse(noBody);
  const { review } = inHand;
  if (review.customerId) {
    const merged = await mergeCustomers(
      tx,
      { survivorId: customerId, otherId: review.customerId, actor: by, reason: 'review' },
      houseRules(),
    );
    if (!merged.ok)
      return refuse({ code: 'NOT_POSSIBLE', message: merged.refusal.message, field: 'customerId' });
    return moveReview(tx, by, id, { kind: 'linked', value: merged.value.decisionId }, now);
  }
  const record = await stewardRecord(tx, customerId);
  if (!record) return refuse(noBody);
  hangReview(tx, id, record);
  const hung: Review = { ...review, customerId: record.customerId, sourceRecordId: record.sourceRecordId };
  const recorded: Recorded = { entries: [], facts: [] };
  tellTo([record], null, tellReview(hung), recorded);
  await tell(tx, recorded.entries);
  return moveReview(tx, by, id, { kind: 'linked', value: null }, now);
}

/** Takes the link back: the merge is undone, or the review is nobody's again. */
export async function unlinkReview(
  tx: Tx,
  by: Actor,
  id: string,
  now: Date,
): Promise<Result<{ review: Review; eventId: string }, ReviewRefusal>> {
  const [inHand] = isId(id) ? await lockReviews(tx, [id]) : [];
  const link = inHand?.events.filter(({ kind, takenBackAt }) => kind === 'linked' && !takenBackAt).at(-1);
  if (!inHand || !link) return refuse({ code: 'NOT_FOUND', message: 'It was not linked here.', field: 'id' });
  if (link.value) {
    const undone = await unmergeCustomer(tx, link.value, by, 'review', houseRules());
    if (!undone.ok) return refuse({ code: 'NOT_POSSIBLE', message: undone.refusal.message, field: 'id' });
  } else {
    const { review } = inHand;
    if (review.sourceRecordId) await untellEntries(tx, [reviewEntryKey(review)], [review.sourceRecordId]);
    hangReview(tx, id, null);
  }
  return takeBackReviewMove(tx, by, id, link.id, now);
}
