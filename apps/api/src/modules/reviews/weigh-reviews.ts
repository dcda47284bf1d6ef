import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit, systemActor, usersById } from '#modules/access';
import { promisedOfVoices } from '#modules/clocks';
import { keepReviewCases, lockReviews, moveReview, openReviewIds, unweighedReviewIds } from '#modules/voice';
import type { Database, Tx } from '#platform/database';
import { defineJob } from '#platform/jobs';
import { putReviewRule, reviewRule } from './data/review-rules.ts';
import { opensTicket, type ReviewRule, ruleWish } from './domain/review-rule.ts';
import { openTicketOfReview } from './ticket-of-review.ts';

/** Why the rule was not kept. */
export interface RuleRefusal {
  code: 'BAD_RULE';
  message: string;
  field: string | null;
}

/** Keeps what low ratings open by themselves. It counts for what is written from now on. */
export async function saveReviewRule(
  tx: Tx,
  by: Actor,
  wish: unknown,
  now: Date,
): Promise<Result<ReviewRule, RuleRefusal>> {
  const read = ruleWish.safeParse(wish);
  if (!read.success)
    return refuse({ code: 'BAD_RULE', message: 'A rating is 0 to 5 stars.', field: 'ratingAtMost' });
  const { ownerId, ratingAtMost, isActive } = read.data;
  if (ownerId && !(isId(ownerId) && (await usersById(tx, [ownerId]))[0]))
    return refuse({ code: 'BAD_RULE', message: 'There is no such colleague.', field: 'ownerId' });
  const before = await reviewRule(tx);
  const rule = {
    ...before,
    ownerId,
    ratingAtMost,
    activeSince: isActive ? (before.activeSince ?? now) : null,
  };
  await putReviewRule(tx, rule);
  await recordAudit(tx, by, { action: 'save-review-rule', details: { ...read.data } });
  return accept(rule);
}

const atOnce = 200;

/** Looks at what came in: low ratings open a ticket with an owner. Looking twice opens one; answers with how many were looked at. */
export async function weighReviews(database: Database, now: Date): Promise<number> {
  let count = 0;
  for (;;) {
    const done = await database.transaction(async (tx) => {
      const ids = await unweighedReviewIds(tx, atOnce);
      if (ids.length === 0) return 0;
      const rule = await reviewRule(tx);
      const inHand = await lockReviews(tx, ids);
      await keepReviewCases(
        tx,
        inHand.map((one) => ({ ...one, standing: { ...one.standing, isWeighed: true } })),
      );
      for (const { review, standing } of inHand) {
        if (standing.isWeighed || standing.ticketId || standing.status === 'dismissed') continue;
        if (!opensTicket(rule, review)) continue;
        if (rule.ownerId && !standing.assigneeId)
          await moveReview(tx, systemActor(), review.id, { kind: 'assigned', userId: rule.ownerId }, now);
        await openTicketOfReview(tx, systemActor(), review.id, rule.ownerId, now);
      }
      return ids.length;
    });
    count += done;
    if (done < atOnce) return count;
  }
}

/** Sets the clocks of what waits anew when something else is promised than when they were set. */
export async function followPolicies(database: Database): Promise<number> {
  const promised = await promisedOfVoices(database);
  const rule = await reviewRule(database);
  if (rule.promised === promised) return 0;
  let count = 0;
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await openReviewIds(database, after, atOnce);
    if (ids.length === 0) break;
    await database.transaction(async (tx) => keepReviewCases(tx, await lockReviews(tx, ids)));
    count += ids.length;
    after = ids.at(-1)!;
  }
  await database.transaction(async (tx) => putReviewRule(tx, { ...(await reviewRule(tx)), promised }));
  return count;
}

/** Every minute: what came in is weighed, and clocks follow what is promised. */
export const weighReviewsJob = defineJob({
  name: 'reviews.weigh',
  cron: '* * * * *',
  async run({ database }) {
    await followPolicies(database);
    await weighReviews(database, new Date());
  },
});
