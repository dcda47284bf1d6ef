import type { Db } from '#platform/database';
import { mainMapId } from '../domain/map-version.ts';

/** Somebody who moved. */
export interface MovedRow {
  customerId: string;
  fromStage: string | null;
  stage: string;
  at: Date;
  cause: string;
}

/** Somebody who is in a stage longer than most. */
export interface StuckRow {
  customerId: string;
  stage: string;
  since: Date;
  medianDays: number;
}

/** Who asks, and for how much. */
export interface TodayAsked {
  name: string;
  stages: readonly string[];
  asOf: Date;
  first: number;
}

/** Who came to one of these stages in the last days, the asker's own customers first, then the latest. */
export const movedSince = (
  db: Db,
  { name, stages, asOf, first }: TodayAsked,
  from: Date,
): Promise<MovedRow[]> =>
  db.named<MovedRow>(
    'today-moved',
    `SELECT c.customer_id AS "customerId", c.history->-2->>'stage' AS "fromStage", c.stage, c.since AS at, c.because AS cause
       FROM customer_stage c JOIN customer_summary s ON s.customer_id = c.customer_id
      WHERE c.since > $1 AND c.since <= $2 AND c.stage = ANY($3::text[]) AND json_array_length(c.history) > 1
      ORDER BY s.owner_name IS NOT DISTINCT FROM $4 DESC, c.since DESC, c.customer_id LIMIT $5::int`,
    [from, asOf, stages, name, first],
  );

/**
 * Who is in one of these stages longer than half ever stayed, and not silent: the asker's own first, then those with an open deal, then who passed the median
 * last, for there something can still be done.
 */
export const stuckNow = (db: Db, { name, stages, asOf, first }: TodayAsked): Promise<StuckRow[]> =>
  db.named<StuckRow>(
    'today-stuck',
    `SELECT c.customer_id AS "customerId", c.stage, c.since, f.median_days AS "medianDays"
       FROM stage_figures f JOIN customer_stage c ON c.stage = f.stage JOIN customer_summary s ON s.customer_id = c.customer_id
      WHERE f.map_id = '${mainMapId}' AND f.median_days IS NOT NULL AND f.stage = ANY($2::text[])
        AND c.since < $1::timestamptz - f.median_days * interval '1 day' AND c.dormant_from > $1
      ORDER BY s.owner_name IS NOT DISTINCT FROM $3 DESC, (s.open_deals > 0) DESC, c.since DESC, c.customer_id LIMIT $4::int`,
    [asOf, stages, name, first],
  );
