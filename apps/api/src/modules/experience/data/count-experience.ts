import type { Db } from '#platform/database';

/** Which interactions: all of it must hold; what is not given does not count. */
export interface LivedSearch {
  from: Date | null;
  until: Date | null;
  channels: readonly string[] | null;
}

const conditions = `($1::timestamptz IS NULL OR i.began_at >= $1) AND ($2::timestamptz IS NULL OR i.began_at < $2)
  AND ($3::text[] IS NULL OR i.channel = ANY($3))`;
const valuesOf = ({ from, until, channels }: LivedSearch): unknown[] => [from, until, channels];

/** What was lived in a month (UTC) by those of whom it was measured: −1…+1. */
export interface LivedMonth {
  month: string;
  n: number;
  experienced: number | null;
  remembered: number | null;
  /** Standard errors: of the weighed mean (linearised), and of the plain one; `null` for one interaction. */
  experiencedError: number | null;
  rememberedError: number | null;
}

/** Month by month: each minute counts alike in what was experienced, each interaction in what is remembered of it. */
export const livedMonths = (db: Db, search: LivedSearch): Promise<LivedMonth[]> =>
  db.named<LivedMonth>(
    'experience-months',
    `SELECT m.month, count(*)::int AS n,
            m.experienced, avg(m.remembered) AS remembered, stddev_samp(m.remembered) / sqrt(count(*)) AS "rememberedError",
            CASE WHEN count(*) > 1 THEN sqrt(sum((m.total - m.experienced * m.known_minutes) ^ 2) / (count(*) * (count(*) - 1))) / nullif(avg(m.known_minutes), 0) END AS "experiencedError"
       FROM (SELECT i.*, sum(i.total) OVER of_month / nullif(sum(i.known_minutes) OVER of_month, 0) AS experienced
               FROM (SELECT i.*, to_char(i.began_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month FROM lived_interaction i
                      WHERE i.total IS NOT NULL AND i.remembered IS NOT NULL AND ${conditions}) i
             WINDOW of_month AS (PARTITION BY i.month)) m
      GROUP BY m.month, m.experienced ORDER BY 1`,
    valuesOf(search),
  );

/** How many interactions on each channel were measured, and how many of them nobody will remember. */
export const livedChannels = (
  db: Db,
  search: LivedSearch,
): Promise<{ channel: string; measured: number; irrelevant: number }[]> =>
  db.named(
    'experience-channels',
    `SELECT i.channel, count(*)::int AS measured, count(*) FILTER (WHERE i.outcome = 'irrelevant')::int AS irrelevant
       FROM lived_interaction i WHERE i.outcome <> 'unknown' AND ${conditions} GROUP BY 1 ORDER BY 2 DESC, 1`,
    valuesOf(search),
  );
