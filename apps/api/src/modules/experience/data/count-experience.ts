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
}

/** Month by month: each minute counts alike in what was experienced, each interaction in what is remembered of it. */
export const livedMonths = (db: Db, search: LivedSearch): Promise<LivedMonth[]> =>
  db.named<LivedMonth>(
    'experience-months',
    `SELECT to_char(i.began_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, count(*)::int AS n,
            sum(i.total) / nullif(sum(i.known_minutes), 0) AS experienced, avg(i.remembered) AS remembered
       FROM lived_interaction i WHERE i.total IS NOT NULL AND i.remembered IS NOT NULL AND ${conditions}
      GROUP BY 1 ORDER BY 1`,
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
