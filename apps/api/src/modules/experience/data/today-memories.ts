import { fadingAfterDays, fadingStreak } from '#modules/house';
import type { Db } from '#platform/database';
import { livedColumns, selected, shownLived } from './shown-columns.ts';
import type { Shown } from './shown-experience.ts';

/** Days after which a bad ending is no news of today any more. */
const newsDays = 21;

/** Interactions that ended badly lately and were the last that was measured of their customer: memorable ones first, then the newest. */
export const badEndings = (db: Db, first: number): Promise<Shown[]> =>
  db.named<Shown>(
    'experience-bad-endings',
    `SELECT i.customer_id AS "customerId", ${selected(livedColumns, 'i')}
       FROM ${shownLived} i
      WHERE i.began_at > now() - interval '180 days' AND i.ended_at > now() - interval '${newsDays} days'
        AND i.outcome IN ('negative', 'memorable_negative')
        AND NOT EXISTS (SELECT FROM lived_interaction l WHERE l.customer_id = i.customer_id AND l.outcome <> 'unknown'
                           AND (l.ended_at, l.subject_id) > (i.ended_at, i.subject_id))
      ORDER BY i.outcome = 'memorable_negative' DESC, i.ended_at DESC, i.subject_id LIMIT $1::int`,
    [first],
  );

/** Customers who are fading though they bought more than once: most purchases first, then those who faded last. */
export async function fadingBuyers(db: Db, first: number): Promise<string[]> {
  const rows = await db.named<{ id: string }>(
    'experience-fading-buyers',
    `SELECT x.customer_id AS id FROM customer_experience x
      WHERE x.orders > 1 AND (x.fade_streak >= ${fadingStreak} OR x.half_until < now() - interval '${fadingAfterDays} days')
      ORDER BY x.orders DESC, x.half_until DESC, x.customer_id LIMIT $1::int`,
    [first],
  );
  return rows.map(({ id }) => id);
}
