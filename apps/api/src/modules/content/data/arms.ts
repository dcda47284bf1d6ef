import { inPlaces } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { ContentArm, ContentKind } from '../domain/content-item.ts';
import { ContentArmEntity } from './content-arm.entity.ts';

/** Uses of content in a cell, counted as of a time. */
export interface CountedUses {
  stage: string;
  department: string;
  itemId: string;
  uses: number;
  opened: number;
  successes: number;
  failures: number;
}

/** What counting needs to know: windows by kind, and which moves are a success. */
export interface Counting {
  asOf: Date;
  windows: Readonly<Record<ContentKind, number>>;
  moves: readonly (readonly [from: string, to: string])[];
}

/** Only one at a time reckons. */
export const lockReckoning = (tx: Tx): Promise<unknown> =>
  tx.named('content-reckon-lock', `SELECT pg_advisory_xact_lock(hashtext('content_arm'))`);

/**
 * Each use with its stage (as it was offered, or where the customer stood) and when the customer moved on within the window. It is what
 * `matured` decides, over all uses with one statement.
 */
const judgedUses = `
  SELECT u.id, u.item_id, u.place, u.propensity, u.at, u.opened_at, coalesce(u.stage, was.stage) AS stage,
         coalesce(u.department, 'marketing') AS department, u.at + w.days * interval '1 day' AS until,
         EXISTS (SELECT FROM json_to_recordset(s.history) AS h(stage text, "from" timestamptz)
                   JOIN unnest($4::text[], $5::text[]) AS good(stage, next) ON good.stage = coalesce(u.stage, was.stage) AND good.next = h.stage
                  WHERE h."from" > u.at AND h."from" <= u.at + w.days * interval '1 day' AND h."from" <= $1::timestamptz) AS worked
    FROM content_use u JOIN content_item i ON i.id = u.item_id
    JOIN unnest($2::text[], $3::float8[]) AS w(kind, days) ON w.kind = i.kind
    LEFT JOIN customer_stage s ON s.customer_id = u.customer_id
    LEFT JOIN LATERAL (SELECT h.stage FROM json_to_recordset(s.history) AS h(stage text, "from" timestamptz)
                        WHERE h."from" <= u.at ORDER BY h."from" DESC LIMIT 1) was ON true
   WHERE u.undone_at IS NULL AND u.at <= $1::timestamptz`;

const countingValues = ({ asOf, windows, moves }: Counting): unknown[] => [
  asOf,
  Object.keys(windows),
  Object.values(windows),
  moves.map(([from]) => from),
  moves.map(([, to]) => to),
];

/** Counts matured uses by cell and piece of content; a use whose window is open is neither a success nor a failure. */
export const countUses = (db: Db, counting: Counting): Promise<CountedUses[]> =>
  db.named<CountedUses>(
    'content-count-uses',
    `SELECT j.stage, j.department, j.item_id AS "itemId", count(*)::int AS uses, count(j.opened_at)::int AS opened,
            count(*) FILTER (WHERE j.worked)::int AS successes,
            count(*) FILTER (WHERE NOT j.worked AND j.until <= $1::timestamptz)::int AS failures
       FROM (${judgedUses}) j WHERE j.stage IS NOT NULL GROUP BY 1, 2, 3`,
    countingValues(counting),
  );

/** One decision that was logged with its propensity and is matured. */
export interface MaturedDecision {
  id: string;
  itemId: string;
  worked: boolean;
  propensity: number;
}

/** Matured decisions of a cell: uses of what stood first and was chosen by the policy. */
export const maturedDecisions = (
  db: Db,
  cell: { stage: string; department: string },
  counting: Counting,
): Promise<MaturedDecision[]> =>
  db.named<MaturedDecision>(
    'content-decisions',
    `SELECT j.id, j.item_id AS "itemId", j.worked, j.propensity FROM (${judgedUses}) j
      WHERE j.stage = $6 AND j.department = $7 AND j.place = 1 AND j.propensity IS NOT NULL AND (j.worked OR j.until <= $1::timestamptz)`,
    [...countingValues(counting), cell.stage, cell.department],
  );

/** Every cell in which published content is placed. */
export const placedArms = (db: Db): Promise<{ stage: string; department: string; itemId: string }[]> =>
  db.named(
    'content-placed-arms',
    `SELECT DISTINCT p.stage, p.department, p.item_id AS "itemId" FROM content_placement p JOIN content_item i ON i.id = p.item_id
      WHERE p.removed_at IS NULL AND i.archived_at IS NULL AND i.published_version IS NOT NULL`,
  );

/** Writes all arms anew. */
export async function replaceArms(tx: Tx, arms: readonly ContentArm[]): Promise<void> {
  tx.later('content-arms-clear', 'DELETE FROM content_arm', []);
  await putRows(tx, ContentArmEntity, arms, 'ON CONFLICT (stage, department, item_id) DO NOTHING');
}

/** What is believed of each piece of content, cell by cell. */
export async function armsByItem(db: Db, itemIds: readonly string[]): Promise<ContentArm[][]> {
  const rows = await db.named<Omit<ContentArm, never> & { place: number }>(
    'content-arms-by-item',
    `SELECT asked.place::int AS place, ${columnsOf(ContentArmEntity, 'a')} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
       JOIN content_arm a ON a.item_id = asked.id ORDER BY asked.place, a.stage, a.department`,
    [itemIds],
  );
  return inPlaces(rows, itemIds.length);
}
