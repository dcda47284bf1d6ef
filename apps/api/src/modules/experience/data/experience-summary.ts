import type { SummaryPart } from '#modules/house';

/** What lists show of how customers have it with us; what of it fades is reckoned when it is read. */
export const experienceSummary: SummaryPart = {
  columns: ['experienced', 'memory_mean', 'half_remembered_until', 'last_outcome', 'fade_streak'],
  from: `SELECT 50 * (1 + x.mean) AS experienced, x.memory_mean, x.half_until AS half_remembered_until, x.last_outcome, coalesce(x.fade_streak, 0) AS fade_streak
           FROM (SELECT 1) one LEFT JOIN customer_experience x ON x.customer_id = asked.id`,
};
