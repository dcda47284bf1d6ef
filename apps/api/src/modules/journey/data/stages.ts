import type { SummaryPart } from '#modules/house';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { CustomerStage, CustomerTrack, Fact } from '../domain/stage.ts';
import { CustomerStageEntity } from './customer-stage.entity.ts';
import { CustomerTrackEntity } from './customer-track.entity.ts';
import { FactEntity } from './fact.entity.ts';
import { type LiveVersion, liveVersionsSql } from './live-maps.ts';

/** Writes facts; one that is known already is replaced. */
export async function putFacts(tx: Tx, facts: readonly Fact[]): Promise<void> {
  await putRows(
    tx,
    FactEntity,
    facts,
    `ON CONFLICT (source_record_id, fact_key) DO UPDATE SET customer_id = excluded.customer_id,
       signal_id = coalesce(excluded.signal_id, fact.signal_id), at = excluded.at, kind = excluded.kind`,
  );
}

/** A fact as the fold reads it. */
export type FoldedFactRow = Pick<Fact, 'customerId' | 'factKey' | 'at' | 'kind'>;

/** What the fold needs to know of each customer, but for the facts. */
export interface FoldInput {
  customerId: string;
  sourceWord: string | null;
  sourceWordAt: Date;
  /** What is known of all of them together. With the first row, for it is the same for each. */
  shared: {
    /** What people of ours said of them and still holds; `at` in ISO 8601. */
    overrides: { customerId: string; id: string; at: string; stage: string }[];
    live: LiveVersion[];
    /** Whether any of them is on another journey. */
    onTracks: boolean;
  } | null;
}

// Of nearly nobody did people of ours say anything: looked for once for all, where once for each was half of what this costs.
const foldInputsSql = `SELECT c.id AS "customerId", c.lifecycle AS "sourceWord", c.created_at AS "sourceWordAt",
            CASE WHEN row_number() OVER () = 1 THEN
              json_build_object('live', ${liveVersionsSql}, 'onTracks',
                EXISTS (SELECT FROM customer_track t WHERE t.customer_id = ANY($1::uuid[])), 'overrides',
                (SELECT coalesce(json_agg(json_build_object('customerId', o.customer_id, 'id', o.id, 'at', o.at, 'stage', o.stage)), '[]')
                   FROM stage_override o WHERE o.customer_id = ANY($1::uuid[]) AND o.undone_at IS NULL)) END AS shared
       FROM customer c WHERE c.id = ANY($1::uuid[]) AND c.merged_into IS NULL`;

/** What the sources and people of ours call the stage of each customer, and the maps that count. */
export const foldInputs = (db: Db, customerIds: readonly string[]): Promise<FoldInput[]> =>
  db.named<FoldInput>('journey-fold-inputs', foldInputsSql, [customerIds]);

/** The facts of these customers, as rows: as JSON beside their customer each cost PostgreSQL three times as much. */
export const factsOf = (db: Db, customerIds: readonly string[]): Promise<FoldedFactRow[]> =>
  db.named<FoldedFactRow>(
    'journey-facts',
    'SELECT customer_id AS "customerId", fact_key AS "factKey", at, kind FROM fact WHERE customer_id = ANY($1::uuid[])',
    [customerIds],
  );

const standing = `stage = excluded.stage, since = excluded.since, because = excluded.because, because_at = excluded.because_at,
  history = excluded.history, confidence = excluded.confidence, reasons = excluded.reasons, last_fact_at = excluded.last_fact_at,
  dormant_from = excluded.dormant_from, settings = excluded.settings`;
const putStage = `ON CONFLICT (customer_id) DO UPDATE SET ${standing}`;
const putTrack = `ON CONFLICT (customer_id, map_id) DO UPDATE SET ${standing}`;

/** Writes where these customers stand; those of `customerIds` who stand nowhere lose their row. */
export async function putStages(
  tx: Tx,
  customerIds: readonly string[],
  stages: readonly CustomerStage[],
): Promise<void> {
  const known = new Set(stages.map(({ customerId }) => customerId));
  const gone = customerIds.filter((id) => !known.has(id));
  if (gone.length > 0)
    tx.later('journey-clear', 'DELETE FROM customer_stage WHERE customer_id = ANY($1::uuid[])', [gone]);
  await putRows(tx, CustomerStageEntity, stages, putStage);
}

/** The same for the other journeys: tracks of these customers that are not named are gone; `wereOnTracks` says whether there are any. */
export async function putTracks(
  tx: Tx,
  customerIds: readonly string[],
  tracks: readonly CustomerTrack[],
  wereOnTracks: boolean,
): Promise<void> {
  if (wereOnTracks)
    tx.later(
      'journey-clear-tracks',
      `DELETE FROM customer_track t WHERE t.customer_id = ANY($1::uuid[])
          AND NOT EXISTS (SELECT 1 FROM unnest($2::uuid[], $3::uuid[]) AS kept(customer, map) WHERE kept.customer = t.customer_id AND kept.map = t.map_id)`,
      [customerIds, tracks.map(({ customerId }) => customerId), tracks.map(({ mapId }) => mapId)],
    );
  await putRows(tx, CustomerTrackEntity, tracks, putTrack);
}

/** Takes back the facts that the signals of these things gave; answers with whose they were. */
export async function deleteFactsOf(
  tx: Tx,
  sourceId: string,
  kind: string,
  subjectKeys: readonly string[],
): Promise<string[]> {
  const rows = await tx.named<{ customerId: string }>(
    'journey-take-back',
    `WITH gone AS (
       DELETE FROM fact f USING signal s
        WHERE f.signal_id = s.id AND s.source_id = $1 AND s.kind = $2 AND s.subject_key = ANY($3::text[])
       RETURNING f.customer_id)
     SELECT DISTINCT customer_id AS "customerId" FROM gone`,
    [sourceId, kind, subjectKeys],
  );
  return rows.map(({ customerId }) => customerId);
}

/** Where each customer stands; `null` for those of whom nothing is known. */
export async function stagesByCustomer(
  db: Db,
  customerIds: readonly string[],
): Promise<(CustomerStage | null)[]> {
  const rows = await db.named<CustomerStage>(
    'stages-by-customer',
    `SELECT ${columnsOf(CustomerStageEntity, 's')} FROM customer_stage s WHERE s.customer_id = ANY($1::uuid[])`,
    [customerIds],
  );
  const found = new Map(rows.map((row) => [row.customerId, row]));
  return customerIds.map((id) => found.get(id) ?? null);
}

/** The other journeys each customer is on, with the name of the journey and of the stage. */
export async function tracksByCustomer(
  db: Db,
  customerIds: readonly string[],
): Promise<(CustomerTrack & { journey: string; label: string })[][]> {
  const rows = await db.named<CustomerTrack & { journey: string; label: string }>(
    'tracks-by-customer',
    `SELECT ${columnsOf(CustomerTrackEntity, 't')}, v.document->>'name' AS journey, coalesce(v.document->'labels'->>t.stage, t.stage) AS label
       FROM customer_track t JOIN journey_version v ON v.map_id = t.map_id AND 'journey-' || v.number = t.settings
      WHERE t.customer_id = ANY($1::uuid[]) ORDER BY t.map_id`,
    [customerIds],
  );
  return customerIds.map((id) => rows.filter(({ customerId }) => customerId === id));
}

/** The timeline entry behind each reason: what happened at that moment, the fact's own sentence before others. */
export async function entryIdsBehind(
  db: Db,
  reasons: readonly { customerId: string; factKey: string; at: Date }[],
): Promise<(string | null)[]> {
  const rows = await db.named<{ place: number; id: string }>(
    'entries-behind-reasons',
    `SELECT r.place::int AS place, e.id
       FROM unnest($1::uuid[], $2::timestamptz[], $3::text[]) WITH ORDINALITY AS r(customer, at, fact_key, place)
      CROSS JOIN LATERAL (SELECT o.id FROM timeline_entry o WHERE o.customer_id = r.customer AND o.at = r.at
                           ORDER BY o.entry_key = r.fact_key DESC, o.id LIMIT 1) e`,
    [
      reasons.map(({ customerId }) => customerId),
      reasons.map(({ at }) => at),
      reasons.map(({ factKey }) => factKey),
    ],
  );
  const found = new Map(rows.map(({ place, id }) => [place, id]));
  return reasons.map((_, index) => found.get(index + 1) ?? null);
}

/** Where a customer stands. */
export const stageSummary: SummaryPart = {
  columns: ['stage', 'stage_since'],
  from: 'SELECT c.stage, c.since AS stage_since FROM customer_stage c WHERE c.customer_id = asked.id',
};

/** Who entered a stage of the main journey since a time and stands there still, oldest first. */
export const stageEntrances = (
  db: Db,
  stage: string,
  since: Date,
  atMost: number,
): Promise<{ customerId: string; since: Date }[]> =>
  db.named(
    'journey-entrances',
    `SELECT s.customer_id AS "customerId", s.since FROM customer_stage s WHERE s.stage = $1 AND s.since >= $2
      ORDER BY s.since, s.customer_id LIMIT $3`,
    [stage, since, atMost],
  );
