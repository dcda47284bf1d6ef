import type { Tx } from '#platform/database';

const week = (sql: string): string => `floor((extract(epoch FROM ${sql}) / 86400 - 4) / 7)::int`;
const monday = (sql: string): string => `to_timestamp((${sql} * 7 + 4) * 86400)`;

/** The weeks in which something began, and the days before each that make its baseline. */
const weeks = `SELECT week, ${monday('week')} AS until FROM (SELECT DISTINCT ${week('began_at')} AS week FROM lived_interaction
  UNION SELECT DISTINCT ${week('ended_at')} FROM lived_interaction UNION SELECT ${week('now()')}) w`;

/** Measures anew how long people wait for an answer at each channel: the median of the days before each week. */
export async function measureWaits(tx: Tx, days: number): Promise<void> {
  await tx.named('experience-waits-clear', `DELETE FROM experience_usual WHERE measure = 'wait'`);
  await tx.named(
    'experience-waits',
    `WITH waited AS MATERIALIZED (
       SELECT l.channel, (m->>'at')::timestamptz AS at, (m->'wait'->>'actual')::float8 AS minutes
         FROM lived_interaction l CROSS JOIN json_array_elements(l.moments) m WHERE json_typeof(m->'wait') = 'object'
     )
     INSERT INTO experience_usual (measure, touchpoint, channel, week, n, mean, sd)
     SELECT 'wait', '', d.channel, w.week, count(*)::int, percentile_cont(0.5) WITHIN GROUP (ORDER BY d.minutes), 0
       FROM (${weeks}) w JOIN waited d ON d.at < w.until AND d.at >= w.until - make_interval(days => $1::int)
      GROUP BY d.channel, w.week`,
    [days],
  );
}

/** Measures anew how interactions go, at each touchpoint and channel and everywhere, and the days between purchases: of the days before each week. */
export async function measureValences(tx: Tx, days: number): Promise<void> {
  await tx.named(
    'experience-valences-clear',
    `DELETE FROM experience_usual WHERE measure IN ('valence', 'gap')`,
  );
  const valence = (touchpoint: string, channel: string, group: string) =>
    `SELECT 'valence', ${touchpoint}, ${channel}, w.week, count(*)::int, avg(l.remembered), coalesce(stddev_samp(l.remembered), 0)
       FROM (${weeks}) w JOIN lived_interaction l ON l.began_at < w.until AND l.began_at >= w.until - make_interval(days => $1::int)
      WHERE l.remembered IS NOT NULL GROUP BY ${group}`;
  await tx.named(
    'experience-valences',
    `INSERT INTO experience_usual (measure, touchpoint, channel, week, n, mean, sd)
     ${valence('l.touchpoint', 'l.channel', 'l.touchpoint, l.channel, w.week')}
     UNION ALL ${valence(`''`, `''`, 'w.week')}`,
    [days],
  );
  await tx.named(
    'experience-gaps',
    `WITH bought AS (SELECT DISTINCT customer_id, floor(extract(epoch FROM began_at) / 86400) AS day FROM lived_interaction WHERE touchpoint = 'purchase'),
          gaps AS MATERIALIZED (SELECT day, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap FROM bought)
     INSERT INTO experience_usual (measure, touchpoint, channel, week, n, mean, sd)
     SELECT 'gap', '', '', w.week, count(*)::int, percentile_cont(0.5) WITHIN GROUP (ORDER BY g.gap), 0
       FROM (${weeks}) w JOIN gaps g ON g.day < extract(epoch FROM w.until) / 86400
      WHERE g.gap IS NOT NULL GROUP BY w.week`,
  );
}
