import { groupBy } from '#kernel/batch';
import type { Db } from '#platform/database';
import type { Current } from '../domain/statement.ts';
import type { StoredDecision } from './merging.ts';

/** A source record, and since when and why it belongs where it belongs. */
export interface RecordRow {
  id: string;
  sourceId: string;
  sourceKey: string;
  customerId: string | null;
  current: Current;
  createdAt: Date;
  since: Date;
  cause: string;
}

const columns = `r.id, r.source_id AS "sourceId", r.source_key AS "sourceKey", r.customer_id AS "customerId", r.current,
  r.created_at AS "createdAt", coalesce(m.valid_from, r.created_at) AS since, coalesce(m.cause, 'new') AS cause`;
const joins = `source_record r LEFT JOIN membership m ON m.source_record_id = r.id AND m.valid_to IS NULL`;

/** Source records by id, in the order asked. */
export async function recordsById(db: Db, ids: readonly string[]): Promise<(RecordRow | null)[]> {
  const rows = await db.named<RecordRow>(
    'identity-records-by-id',
    `SELECT ${columns} FROM ${joins} WHERE r.id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** The records of each customer, in the order asked, oldest first. */
export async function recordsByCustomer(db: Db, customerIds: readonly string[]): Promise<RecordRow[][]> {
  const rows = await db.named<RecordRow>(
    'identity-records-by-customer',
    `SELECT ${columns} FROM ${joins} WHERE r.customer_id = ANY($1::uuid[]) ORDER BY r.created_at, r.id`,
    [customerIds],
  );
  const found = groupBy(rows, ({ customerId }) => customerId!);
  return customerIds.map((id) => found.get(id) ?? []);
}

/**
 * A decision, and whether it still holds and can be undone: a merge while the old id leads away, an automatic link while its two
 * records are of one customer, whatever that customer was merged with since.
 */
export type DecisionRow = StoredDecision & { canBeUndone: boolean };

/** Whether a row `d` of decisions can be undone, as SQL. */
export const decisionCanBeUndone = (d: string): string =>
  `(EXISTS (SELECT 1 FROM customer_redirect r WHERE r.decision_id = ${d}.id AND r.valid_to IS NULL)
    OR (${d}.kind = 'split' AND EXISTS (SELECT 1 FROM customer c WHERE c.id = ${d}.customer_ids[2] AND c.merged_into IS NULL))
    OR (${d}.kind = 'auto-link'
      AND EXISTS (SELECT 1 FROM source_record a JOIN source_record b ON b.customer_id = a.customer_id WHERE a.id = ${d}.record_ids[1] AND b.id = ${d}.record_ids[2])
      AND NOT EXISTS (SELECT 1 FROM cannot_link l WHERE l.record_a = least(${d}.record_ids[1], ${d}.record_ids[2]) AND l.record_b = greatest(${d}.record_ids[1], ${d}.record_ids[2]))))`;

const decisionColumns = `d.id, d.kind, d.at, d.actor_name AS "actorName", d.reason, d.record_ids AS "recordIds", d.customer_ids AS "customerIds", d.evidence,
  ${decisionCanBeUndone('d')} AS "canBeUndone"`;

/** Decisions by id, in the order asked, with whether they can be undone. */
export async function decisionRowsById(db: Db, ids: readonly string[]): Promise<(DecisionRow | null)[]> {
  const rows = await db.named<DecisionRow>(
    'identity-decision-rows',
    `SELECT ${decisionColumns} FROM decision d WHERE d.id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** What was decided about each customer, newest first, at most 50. */
export async function decisionsByCustomer(db: Db, customerIds: readonly string[]): Promise<DecisionRow[][]> {
  const rows = await db.named<DecisionRow & { askedId: string }>(
    'identity-decisions-by-customer',
    `SELECT asked.id AS "askedId", d.* FROM unnest($1::uuid[]) AS asked(id)
      CROSS JOIN LATERAL (
        SELECT ${decisionColumns} FROM decision d WHERE d.customer_ids @> ARRAY[asked.id] ORDER BY d.at DESC, d.id DESC LIMIT 50
      ) d`,
    [customerIds],
  );
  const found = groupBy(rows, ({ askedId }) => askedId);
  return customerIds.map((id) => found.get(id) ?? []);
}
