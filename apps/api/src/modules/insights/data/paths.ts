import { syntheticCustomers } from '#modules/identity';
import type { Db } from '#platform/database';
import type { CustomerPath } from '../domain/credit.ts';

/** Days before a purchase that are looked at, and how many customers and steps at most. */
export const lookBackDays = 90;
const [mostCustomers, mostSteps] = [20_000, 30];

/** What somebody may have met on the way: what marketing did, who of us talked with them, what other customers said, content that was sent. */
const met = `
  SELECT t.customer_id, t.at, CASE WHEN t.channel = 'email' THEN 'campaign' ELSE t.channel END AS channel FROM touch t
   WHERE t.kind IN ('opened', 'clicked', 'visited', 'form-submitted', 'attended')
  UNION ALL SELECT l.customer_id, l.began_at, CASE WHEN l.touchpoint = 'case' THEN 'service' ELSE 'talk' END FROM lived_interaction l
   WHERE l.touchpoint IN ('case', 'call', 'meeting', 'conversation')
  UNION ALL SELECT r.customer_id, f.at, 'peer' FROM referral f JOIN source_record r ON r.id = f.invited_record_id WHERE r.customer_id IS NOT NULL
  UNION ALL SELECT u.customer_id, u.at, 'content' FROM content_use u WHERE u.undone_at IS NULL`;

const bought = `
  SELECT w.customer_id, min(w.at) AS at FROM (
    SELECT o.customer_id, o.ordered_at AS at FROM sales_order o WHERE o.status IN ('placed', 'fulfilled')
    UNION ALL SELECT d.customer_id, d.closed_at FROM deal d WHERE d.outcome = 'won' AND d.closed_at IS NOT NULL AND d.customer_id IS NOT NULL) w
   GROUP BY w.customer_id`;

/** The ways of customers who bought first in a period, and of those who were met in it and have not bought; a channel counts once a day. */
export const customerPaths = (
  db: Db,
  { from, until }: { from: Date | null; until: Date | null },
): Promise<CustomerPath[]> =>
  db.named<CustomerPath>(
    'insight-paths',
    `WITH bought AS MATERIALIZED (${bought}), met AS MATERIALIZED (${met}),
          judged AS (SELECT m.customer_id, b.at AS bought_at, coalesce(b.at, max(m.at)) AS until FROM met m LEFT JOIN bought b USING (customer_id)
                      WHERE m.at <= now() AND m.customer_id NOT IN (${syntheticCustomers}) GROUP BY 1, 2),
          asked AS (SELECT * FROM judged j WHERE ($1::timestamptz IS NULL OR j.until >= $1) AND ($2::timestamptz IS NULL OR j.until < $2)
                     ORDER BY j.until DESC, j.customer_id LIMIT ${mostCustomers})
     SELECT s.customer_id AS "customerId", s.bought_at AS "boughtAt", (array_agg(s.channel ORDER BY s.at, s.channel))[1:${mostSteps}] AS channels,
            (array_agg(extract(epoch FROM s.until - s.at)::float8 / 86400 ORDER BY s.at, s.channel))[1:${mostSteps}] AS "daysBefore"
       FROM (SELECT a.customer_id, a.bought_at, a.until, m.channel, min(m.at) AS at FROM asked a JOIN met m USING (customer_id)
              WHERE m.at <= a.until AND m.at > a.until - interval '${lookBackDays} days'
              GROUP BY 1, 2, 3, 4, date_trunc('day', m.at)) s
      GROUP BY 1, 2, s.until ORDER BY s.until DESC, 1`,
    [from, until],
  );
