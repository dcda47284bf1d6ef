import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import { type ReviewRule, usualRule } from '../domain/review-rule.ts';
import { ReviewRuleEntity } from './review-rule.entity.ts';

/** The rule as it stands. */
export async function reviewRule(db: Db): Promise<ReviewRule> {
  const [rule] = await db.named<ReviewRule>(
    'review-rule',
    `SELECT ${columnsOf(ReviewRuleEntity, 'r')} FROM review_rule r WHERE r.id = 'low'`,
  );
  return rule ?? usualRule;
}

/** Keeps the rule. */
export async function putReviewRule(tx: Tx, rule: ReviewRule): Promise<void> {
  await putRows(
    tx,
    ReviewRuleEntity,
    [rule],
    `ON CONFLICT (id) DO UPDATE SET rating_at_most = excluded.rating_at_most, owner_id = excluded.owner_id,
       active_since = excluded.active_since, promised = excluded.promised`,
  );
}
