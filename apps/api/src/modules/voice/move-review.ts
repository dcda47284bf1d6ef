import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit, usersById } from '#modules/access';
import { announce } from '#modules/changes';
import { cleanText, type Recorded, tellTo } from '#modules/house';
import { tell, untellEntries } from '#modules/timeline';
import type { Tx } from '#platform/database';
import { lockReviews, putReviewEvents, type ReviewInHand } from './data/review-cases.ts';
import {
  type DismissReason,
  dismissReasons,
  type ReviewEvent,
  type ReviewEventKind,
  type ReviewRefusal,
} from './domain/review-case.ts';
import { type Review, reviewAnswerKey, tellReviewAnswer } from './domain/told.ts';
import { keepReviewCases } from './keep-review-cases.ts';

/** What somebody wants done with a review. */
export type ReviewMove =
  | { kind: 'answered'; words: string; url?: string | null | undefined }
  | { kind: 'dismissed'; reason: string; words?: string | null | undefined }
  | { kind: 'waiting' | 'resumed' | 'reopened' }
  | { kind: 'note'; words: string }
  | { kind: 'assigned'; userId: string | null }
  /** What other subjects did for it: a ticket that was opened, a decision that linked its writer. */
  | { kind: 'ticket' | 'linked'; value: string | null };

const noSuch: ReviewRefusal = { code: 'NOT_FOUND', message: 'There is no such review.', field: 'id' };

const bad = (
  code: ReviewRefusal['code'],
  message: string,
  field: string,
): { ok: false; refusal: ReviewRefusal } => refuse({ code, message, field });

const textOf = (text: string | null | undefined): string => cleanText(text ?? '').slice(0, 10_000);

function linkOf(url: string | null | undefined): string | null | undefined {
  const text = url?.trim();
  if (!text) return null;
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol) && text.length <= 2000 ? text : undefined;
  } catch {
    return undefined;
  }
}

const isOpen = ({ standing }: ReviewInHand): boolean =>
  standing.status === 'new' || standing.status === 'waiting';

/** Words and value of the event that a move leaves, or why it cannot be made. */
async function readMove(
  tx: Tx,
  inHand: ReviewInHand,
  move: ReviewMove,
): Promise<Result<Pick<ReviewEvent, 'words' | 'value'>, ReviewRefusal>> {
  switch (move.kind) {
    case 'answered': {
      const words = textOf(move.words);
      const url = linkOf(move.url);
      if (!words) return bad('BAD_WORDS', 'An answer says something.', 'words');
      if (url === undefined) return bad('BAD_LINK', 'The link is an address of the web.', 'url');
      return accept({ words, value: url });
    }
    case 'dismissed': {
      const reason = dismissReasons.find((one) => one === move.reason) as DismissReason | undefined;
      if (!reason) return bad('BAD_WORDS', 'There is no such reason.', 'reason');
      if (!isOpen(inHand)) return bad('DONE_ALREADY', 'It does not wait for an answer.', 'id');
      return accept({ words: textOf(move.words) || null, value: reason });
    }
    case 'note': {
      const words = textOf(move.words);
      return words ? accept({ words, value: null }) : bad('BAD_WORDS', 'A note says something.', 'words');
    }
    case 'assigned': {
      if (move.userId === null) return accept({ words: null, value: null });
      const [user] = isId(move.userId) ? await usersById(tx, [move.userId]) : [null];
      return user
        ? accept({ words: user.name, value: user.id })
        : bad('NO_SUCH_PERSON', 'Nobody of us has this id.', 'userId');
    }
    case 'waiting':
    case 'resumed': {
      const wanted = move.kind === 'waiting' ? 'new' : 'waiting';
      return inHand.standing.status === wanted
        ? accept({ words: null, value: null })
        : bad('NOT_POSSIBLE', 'It stands otherwise by now.', 'id');
    }
    case 'reopened':
      return isOpen(inHand)
        ? bad('DONE_ALREADY', 'It waits for an answer already.', 'id')
        : accept({ words: null, value: null });
    case 'ticket':
    case 'linked':
      return accept({ words: null, value: move.value });
  }
}

/** Announces and audits what was done with a review. */
async function told(tx: Tx, by: Actor, review: Review, action: string): Promise<void> {
  await recordAudit(tx, by, {
    action,
    subjectType: 'Review',
    subjectId: review.id,
    ...(review.customerId ? { customerId: review.customerId } : {}),
  });
  if (review.customerId) await announce(tx, [review.customerId], ['review']);
}

const actions: Record<ReviewEventKind, string> = {
  answered: 'answer-review',
  dismissed: 'dismiss-review',
  waiting: 'hold-review',
  resumed: 'resume-review',
  reopened: 'reopen-review',
  assigned: 'assign-review',
  note: 'note-review',
  ticket: 'open-ticket-of-review',
  linked: 'link-review',
};

/** Does something with a review; answers with the review and the id by which that can be taken back. */
export async function moveReview(
  tx: Tx,
  by: Actor,
  id: string,
  move: ReviewMove,
  now: Date,
): Promise<Result<{ review: Review; eventId: string }, ReviewRefusal>> {
  const [inHand] = isId(id) ? await lockReviews(tx, [id]) : [];
  if (!inHand) return refuse(noSuch);
  const read = await readMove(tx, inHand, move);
  if (!read.ok) return read;
  const last = inHand.events.at(-1)?.at ?? new Date(0);
  const event: ReviewEvent = {
    id: newId(),
    reviewId: id,
    kind: move.kind,
    // Two moves of one moment keep their order.
    at: now > last ? now : new Date(last.getTime() + 1),
    actorId: by.id,
    actorName: by.name,
    ...read.value,
    takenBackAt: null,
  };
  await putReviewEvents(tx, [event]);
  await keepReviewCases(tx, [{ ...inHand, events: [...inHand.events, event] }]);
  const { customerId, sourceRecordId } = inHand.review;
  if (event.kind === 'answered' && customerId && sourceRecordId) {
    const recorded: Recorded = { entries: [], facts: [] };
    tellTo([{ customerId, sourceRecordId }], null, tellReviewAnswer(inHand.review, event), recorded);
    await tell(tx, recorded.entries);
  }
  await told(tx, by, inHand.review, actions[move.kind]);
  return accept({ review: inHand.review, eventId: event.id });
}

/** Takes back what was done with a review, as if it had not happened: the way of undoing. */
export async function takeBackReviewMove(
  tx: Tx,
  by: Actor,
  id: string,
  eventId: string,
  now: Date,
): Promise<Result<{ review: Review; eventId: string }, ReviewRefusal>> {
  const [inHand] = isId(id) ? await lockReviews(tx, [id]) : [];
  const event = inHand?.events.find((one) => one.id === eventId);
  if (!inHand || !event) return refuse(noSuch);
  if (event.takenBackAt) return bad('DONE_ALREADY', 'This was taken back already.', 'eventId');
  const taken = { ...event, takenBackAt: now };
  await putReviewEvents(tx, [taken]);
  await keepReviewCases(tx, [
    { ...inHand, events: inHand.events.map((one) => (one.id === eventId ? taken : one)) },
  ]);
  if (event.kind === 'answered' && inHand.review.sourceRecordId)
    await untellEntries(tx, [reviewAnswerKey(eventId)], [inHand.review.sourceRecordId]);
  await told(tx, by, inHand.review, 'take-back-review-move');
  return accept({ review: inHand.review, eventId });
}
