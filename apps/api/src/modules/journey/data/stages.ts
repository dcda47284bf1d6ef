import type { FactKind, SummaryPart } from '#modules/house';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { CustomerStage, Fact } from '../domain/stage.ts';
import { CustomerStageEntity } from './customer-stage.entity.ts';
import { FactEntity } from './fact.entity.ts';

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

/** All that the fold needs to know of each customer. */
export interface FoldInput {
  customerId: string;
  sourceWord: string | null;
  sourceWordAt: Date;
  facts: { factKey: string; at: string; kind: FactKind }[];
}

/** The facts of each customer, and what their sources call their stage. */
export const foldInputs = (tx: Tx, customerIds: readonly string[]): Promise<FoldInput[]> =>
  tx.named<FoldInput>(
    'journey-fold-inputs',
    `SELECT c.id AS "customerId", c.lifecycle AS "sourceWord", c.created_at AS "sourceWordAt",
            coalesce(known.facts, '[]') AS facts
       FROM customer c
       LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('factKey', f.fact_key, 'at', f.at, 'kind', f.kind)) AS facts
                            FROM fact f WHERE f.customer_id = c.id) known ON true
      WHERE c.id = ANY($1::uuid[])`,
    [customerIds],
  );

/** Writes where these customers stand; those of `customerIds` who stand nowhere lose their row. */
export async function putStages(
  tx: Tx,
  customerIds: readonly string[],
  stages: readonly CustomerStage[],
): Promise<void> {
  const standing = new Set(stages.map(({ customerId }) => customerId));
  const gone = customerIds.filter((id) => !standing.has(id));
  if (gone.length > 0)
    tx.later('journey-clear', 'DELETE FROM customer_stage WHERE customer_id = ANY($1::uuid[])', [gone]);
  await putRows(
    tx,
    CustomerStageEntity,
    stages,
    `ON CONFLICT (customer_id) DO UPDATE SET stage = excluded.stage, since = excluded.since, because = excluded.because,
       because_at = excluded.because_at, history = excluded.history`,
  );
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

/** Where a customer stands. */
export const stageSummary: SummaryPart = {
  columns: ['stage', 'stage_since'],
  from: 'SELECT c.stage, c.since AS stage_since FROM customer_stage c WHERE c.customer_id = asked.id',
};
