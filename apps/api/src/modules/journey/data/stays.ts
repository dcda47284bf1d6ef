import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { StayGroup } from '../domain/journey-figures.ts';
import { mainMapId } from '../domain/map-version.ts';
import type { Split } from '../domain/segment.ts';
import { StageFiguresEntity } from './stage-figures.entity.ts';

const splitSql: Record<Split, string> = {
  country: 's.country',
  language: 's.language',
  owner: 's.owner_name',
  'email-consent': `coalesce(s.email_consent, 'unknown')`,
};

/** Which stays are counted. */
export interface StaysAsked {
  mapId: string;
  asOf: Date;
  /** Only those that began after this. */
  from?: Date | null;
  /** SQL conditions on `s`, a row of customer_summary, and their values from $4 on. */
  conditions?: readonly string[];
  values?: readonly unknown[];
  /** By what people are told apart, when they are compared. */
  split?: Split | null;
  /** Only those who are there now. */
  present?: boolean;
}

/** A group of stays, and the segment it belongs to. */
export type SegmentedStays = StayGroup & { segment: string | null };

/**
 * The stays of everybody in a segment, gathered by stage and where they led. What began after `asOf` is not seen; who was still there then is
 * counted as far as they were watched. Times are in days, to the quarter of an hour.
 */
export function staysOf(
  db: Db,
  { mapId, asOf, from, conditions = [], values = [], split, present = false }: StaysAsked,
): Promise<SegmentedStays[]> {
  const main = mapId === mainMapId;
  const table = main ? 'customer_stage c' : 'customer_track c';
  const joined =
    conditions.length > 0 || split ? 'JOIN customer_summary s ON s.customer_id = c.customer_id' : '';
  const still = present ? 'AND (o."to" IS NULL OR o."to" > $2)' : '';
  const where = ['$1::uuid IS NOT NULL', ...(main ? [] : ['c.map_id = $1::uuid']), ...conditions];
  return db.query<SegmentedStays>(
    `SELECT o.stage, CASE WHEN o."to" <= $2 THEN o.next END AS next, o.segment,
            array_agg(round((extract(epoch FROM least(coalesce(o."to", $2), $2) - o."from") / 86400)::numeric, 2)::float8) AS days
       FROM (SELECT p.stage, p."from", p."to", lead(p.stage) OVER (PARTITION BY c.customer_id ORDER BY p.place) AS next,
                    ${split ? splitSql[split] : 'NULL::text'} AS segment
               FROM ${table} ${joined}
              CROSS JOIN LATERAL ROWS FROM (json_to_recordset(c.history) AS (stage text, "from" timestamptz, "to" timestamptz))
                    WITH ORDINALITY AS p(stage, "from", "to", place)
              WHERE ${where.join(' AND ')}) o
      WHERE o."from" <= $2 AND ($3::timestamptz IS NULL OR o."from" >= $3) ${still}
      GROUP BY 1, 2, 3`,
    [mapId, asOf, from ?? null, ...values],
  );
}

/** What departments have at hand for the people of a stage. */
export interface StageWork {
  stage: string;
  openDeals: number;
  openTickets: number;
  reachable: number;
}

/** How many people of each stage have an open deal, an open ticket, or may be written to; `conditions` as above, their values from $1 on. */
export const workByStage = (
  db: Db,
  conditions: readonly string[],
  values: readonly unknown[],
): Promise<StageWork[]> =>
  db.query<StageWork>(
    `SELECT s.stage, count(*) FILTER (WHERE s.open_deals > 0)::int AS "openDeals",
            count(*) FILTER (WHERE s.open_tickets > 0)::int AS "openTickets",
            count(*) FILTER (WHERE s.email_consent = 'granted')::int AS reachable
       FROM customer_summary s WHERE ${['s.stage IS NOT NULL', ...conditions].join(' AND ')} GROUP BY s.stage`,
    values,
  );

/** Keeps what was counted of a map's stages; those it no longer has are forgotten. */
export async function putFigures(
  tx: Tx,
  mapId: string,
  figures: readonly StageFiguresEntity[],
): Promise<void> {
  tx.later('figures-clear', 'DELETE FROM stage_figures WHERE map_id = $1 AND stage <> ALL($2::text[])', [
    mapId,
    figures.map(({ stage }) => stage),
  ]);
  await putRows(
    tx,
    StageFiguresEntity,
    figures,
    `ON CONFLICT (map_id, stage) DO UPDATE SET entered = excluded.entered, left_it = excluded.left_it,
       median_days = excluded.median_days, low_days = excluded.low_days, high_days = excluded.high_days,
       curve = excluded.curve, next = excluded.next, counted_at = excluded.counted_at`,
  );
}

/** What is kept of stages of the main journey, in the order asked. */
export async function figuresByStage(
  db: Db,
  stages: readonly string[],
): Promise<(StageFiguresEntity | null)[]> {
  const rows = await db.named<StageFiguresEntity>(
    'figures-by-stage',
    `SELECT ${columnsOf(StageFiguresEntity, 'f')} FROM stage_figures f WHERE f.map_id = '${mainMapId}' AND f.stage = ANY($1::text[])`,
    [stages],
  );
  const found = new Map(rows.map((row) => [row.stage, row]));
  return stages.map((stage) => found.get(stage) ?? null);
}
