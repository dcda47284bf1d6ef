import { type VoiceClock, voiceClocks } from '#modules/clocks';
import type { Tx } from '#platform/database';
import { putReviewCases, type ReviewInHand } from './data/review-cases.ts';
import { momentsOfCase, type ReviewCase, standingAfter } from './domain/review-case.ts';

const noClock = {
  policyId: null,
  clockState: null,
  clockStartedAt: null,
  targetMinutes: null,
  usedSeconds: null,
  dueAt: null,
  promisedAt: null,
  warnAt: null,
  brokenAt: null,
  stoppedAt: null,
};

const columnsOfClock = (
  clock: VoiceClock | null,
): Omit<ReviewCase, keyof ReturnType<typeof standingAfter> | 'reviewId' | 'receivedAt' | 'isWeighed'> =>
  clock
    ? {
        policyId: clock.policyId,
        clockState: clock.state,
        clockStartedAt: clock.startedAt,
        targetMinutes: clock.targetMinutes,
        usedSeconds: clock.usedSeconds,
        dueAt: clock.dueAt,
        promisedAt: clock.promisedAt,
        warnAt: clock.warnAt,
        brokenAt: clock.brokenAt,
        stoppedAt: clock.stoppedAt,
      }
    : noClock;

/** A review that just came, before anything was done with it. */
export type Arrived = Omit<ReviewInHand, 'standing'> & {
  standing: Pick<ReviewCase, 'reviewId' | 'receivedAt' | 'isWeighed'>;
};

/**
 * Keeps where reviews stand, anew from all that was done with them; keeping twice gives the same. What nobody waits for (history) has no
 * clock. Four statements, whatever the number.
 */
export async function keepReviewCases(tx: Tx, inHand: readonly Arrived[]): Promise<ReviewCase[]> {
  const standings = inHand.map(({ events }) => standingAfter(events));
  const clocks = await voiceClocks(
    tx,
    inHand.map(({ review, standing, events }, place) => ({
      customerId: review.customerId,
      form: review.form,
      site: review.site,
      rating: review.rating,
      moments: standings[place]!.reason === 'too-old' ? [] : momentsOfCase(standing.receivedAt, events),
    })),
  );
  const cases = inHand.map(
    ({ standing: { reviewId, receivedAt, isWeighed } }, place): ReviewCase => ({
      ...standings[place]!,
      reviewId,
      receivedAt,
      isWeighed,
      ...columnsOfClock(clocks[place] ?? null),
    }),
  );
  await putReviewCases(tx, cases);
  return cases;
}
