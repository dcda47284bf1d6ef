import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import type { Actor } from '#modules/access';
import { openTicket } from '#modules/support';
import { lockReviews, moveReview, type Review, type ReviewRefusal } from '#modules/voice';
import type { Tx } from '#platform/database';
import { ticketOf } from './domain/review-rule.ts';

/** Makes a ticket of a review: it carries the words, and the review knows it. Made twice, it is refused. */
export async function openTicketOfReview(
  tx: Tx,
  by: Actor,
  id: string,
  ownerId: string | null,
  now: Date,
): Promise<Result<{ review: Review; eventId: string }, ReviewRefusal>> {
  const [inHand] = isId(id) ? await lockReviews(tx, [id]) : [];
  if (!inHand) return refuse({ code: 'NOT_FOUND', message: 'There is no such review.', field: 'id' });
  const { review, standing } = inHand;
  if (standing.ticketId)
    return refuse({ code: 'DONE_ALREADY', message: 'There is a ticket of it already.', field: 'id' });
  if (!review.customerId)
    return refuse({
      code: 'NOT_POSSIBLE',
      message: 'A ticket is somebody’s: say first who wrote it.',
      field: 'id',
    });
  const { subject, description } = ticketOf(review);
  const opened = await openTicket(
    tx,
    by,
    {
      customerId: review.customerId,
      subject,
      description,
      channel: 'review',
      change: {
        addTags: [review.form],
        ...(review.rating !== null && review.rating <= 2 ? { priority: 'high' } : {}),
        ...(ownerId ? { assigneeId: ownerId } : {}),
      },
    },
    now,
  );
  if (!opened.ok) return refuse({ code: 'NOT_POSSIBLE', message: opened.refusal.message, field: 'id' });
  const moved = await moveReview(tx, by, id, { kind: 'ticket', value: opened.value.id }, now);
  return moved.ok ? accept(moved.value) : moved;
}
