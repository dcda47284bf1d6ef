import type { LivedReader } from '#modules/house';
import { type LivedTouch, livedTouchKinds, liveTouch } from '../domain/lived-touch.ts';

/** What these customers lived with our campaigns. */
export const livedTouches: LivedReader = async (db, customerIds) => {
  const rows = await db.named<LivedTouch>(
    'marketing-lived',
    `SELECT t.id, t.customer_id AS "customerId", t.kind, t.channel, t.at, c.name AS campaign
       FROM touch t LEFT JOIN campaign c ON c.id = t.campaign_id
      WHERE t.customer_id = ANY($1::uuid[]) AND t.kind = ANY($2::text[])`,
    [customerIds, livedTouchKinds],
  );
  return rows.map(liveTouch);
};
