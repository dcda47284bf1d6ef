import type { Db, Tx } from '#platform/database';
import type { Actor } from '../actor.ts';

/** A customer as far as merging needs to know. */
export interface CustomerState {
  id: string;
  mergedInto: string | null;
  createdAt: Date;
}

/** These customers, locked in one order everywhere, so that A into B and B into A meet in a queue and not in a knot. */
export const lockCustomers = (tx: Tx, ids: readonly string[]): Promise<CustomerState[]> =>
  tx.named(
    'identity-lock-customers',
    `SELECT id, merged_into AS "mergedInto", created_at AS "createdAt" FROM customer WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  );

/** The same without a lock, for a dry run. */
export const seeCustomers = (db: Db, ids: readonly string[]): Promise<CustomerState[]> =>
  db.named(
    'identity-see-customers',
    `SELECT id, merged_into AS "mergedInto", created_at AS "createdAt" FROM customer WHERE id = ANY($1::uuid[]) ORDER BY id`,
    [ids],
  );

/** Writes a decision of a person; decisions are never changed. */
export async function insertDecision(
  tx: Tx,
  decision: {
    id: string;
    kind: string;
    at: Date;
    actor: Actor;
    reason: string | null;
    recordIds: readonly string[];
    customerIds: readonly string[];
    evidence: object;
  },
): Promise<void> {
  tx.later(
    'identity-decide',
    `INSERT INTO decision (id, kind, at, actor_kind, actor_id, actor_name, reason, record_ids, customer_ids, evidence)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      decision.id,
      decision.kind,
      decision.at,
      decision.actor.kind,
      decision.actor.id,
      decision.actor.name,
      decision.reason,
      decision.recordIds,
      decision.customerIds,
      JSON.stringify(decision.evidence),
    ],
  );
}

/** A decision as it is stored. */
export interface StoredDecision {
  id: string;
  kind: string;
  at: Date;
  actorName: string;
  reason: string | null;
  recordIds: string[];
  customerIds: string[];
  evidence: Record<string, unknown>;
}

const decisionColumns = `d.id, d.kind, d.at, d.actor_name AS "actorName", d.reason, d.record_ids AS "recordIds", d.customer_ids AS "customerIds", d.evidence`;

/** Decisions by id, in the order asked. */
export async function decisionsById(db: Db, ids: readonly string[]): Promise<(StoredDecision | null)[]> {
  const rows = await db.named<StoredDecision>(
    'identity-decisions',
    `SELECT ${decisionColumns} FROM decision d WHERE d.id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Decisions that merge signals of a source about these things led to, newest first. */
export const sourceMergesBy = (
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<StoredDecision[]> =>
  tx.named(
    'identity-source-merges-by',
    `SELECT DISTINCT ON (d.at, d.id) ${decisionColumns}
       FROM signal s JOIN membership m ON m.source_record_id = s.source_record_id
       JOIN decision d ON d.customer_ids @> ARRAY[m.customer_id]
      WHERE s.source_id = $1 AND s.kind = 'merge' AND s.subject_key = ANY($2::text[])
        AND d.kind = 'source-merge' AND d.evidence->>'signalId' = s.id::text
      ORDER BY d.at DESC, d.id DESC`,
    [sourceId, subjectKeys],
  );

/** What one run of settling safe cases decided, newest first. */
export const decisionsOfRun = (tx: Tx, runId: string): Promise<StoredDecision[]> =>
  tx.named(
    'identity-decisions-of-run',
    `SELECT ${decisionColumns} FROM decision d WHERE d.kind IN ('link-doubt', 'auto-link', 'auto-merge') AND d.evidence->>'runId' = $1 ORDER BY d.at DESC, d.id DESC`,
    [runId],
  );

/** What a decision kept apart may be joined again. */
export async function letTogether(tx: Tx, decisionId: string): Promise<void> {
  tx.later('identity-let-together', 'DELETE FROM cannot_link WHERE decision_id = $1', [decisionId]);
}

/** Gives records to a customer: their memberships, and whose they are now. */
export async function giveRecords(
  tx: Tx,
  recordIds: readonly string[],
  customerId: string,
  cause: string,
  decisionId: string,
  now: Date,
  newIds: readonly string[],
): Promise<void> {
  tx.later(
    'identity-end-memberships',
    'UPDATE membership SET valid_to = $2 WHERE source_record_id = ANY($1::uuid[]) AND valid_to IS NULL',
    [recordIds, now],
  );
  tx.later(
    'identity-begin-memberships',
    `INSERT INTO membership (id, source_record_id, customer_id, valid_from, cause, decision_id)
     SELECT n.id, n.record, $3, $4, $5, $6 FROM unnest($1::uuid[], $2::uuid[]) AS n(id, record)`,
    [newIds, recordIds, customerId, now, cause, decisionId],
  );
  tx.later('identity-give-records', 'UPDATE source_record SET customer_id = $2 WHERE id = ANY($1::uuid[])', [
    recordIds,
    customerId,
  ]);
}

/** Where the id of a customer leads now, and the redirects on the way. */
export async function wayOf(db: Db, customerId: string): Promise<string> {
  const [row] = await db.named<{ id: string }>(
    'identity-way',
    `WITH RECURSIVE way(id, step) AS (
       SELECT $1::uuid, 0
       UNION ALL
       SELECT r.new_id, way.step + 1 FROM way JOIN customer_redirect r ON r.old_id = way.id AND r.valid_to IS NULL WHERE way.step < 1000
     ) SELECT id FROM way ORDER BY step DESC LIMIT 1`,
    [customerId],
  );
  return row?.id ?? customerId;
}

/** The redirect that a decision made, while it holds. */
export async function redirectOf(
  db: Db,
  decisionId: string,
): Promise<{ id: string; oldId: string; newId: string } | null> {
  const rows = await db.named<{ id: string; oldId: string; newId: string }>(
    'identity-redirect-of',
    'SELECT id, old_id AS "oldId", new_id AS "newId" FROM customer_redirect WHERE decision_id = $1 AND valid_to IS NULL',
    [decisionId],
  );
  return rows[0] ?? null;
}

/** Ends a redirect; whoever led through it leads to where it began. */
export async function endRedirect(tx: Tx, redirect: { id: string; oldId: string }, now: Date): Promise<void> {
  tx.later('identity-end-redirect', 'UPDATE customer_redirect SET valid_to = $2 WHERE id = $1', [
    redirect.id,
    now,
  ]);
  tx.later(
    'identity-lead-back',
    `WITH RECURSIVE behind(id) AS (
       SELECT $1::uuid
       UNION
       SELECT r.old_id FROM behind JOIN customer_redirect r ON r.new_id = behind.id AND r.valid_to IS NULL
     ) UPDATE customer c SET merged_into = CASE WHEN c.id = $1 THEN NULL ELSE $1 END FROM behind WHERE c.id = behind.id`,
    [redirect.oldId],
  );
}

/** Says of each pair of these records that they are two people. */
export async function keepApart(
  tx: Tx,
  some: readonly string[],
  others: readonly string[],
  decisionId: string,
): Promise<void> {
  tx.later(
    'identity-keep-apart',
    `INSERT INTO cannot_link (record_a, record_b, decision_id)
     SELECT DISTINCT least(a, b), greatest(a, b), $3::uuid FROM unnest($1::uuid[]) AS a CROSS JOIN unnest($2::uuid[]) AS b WHERE a <> b
     ON CONFLICT (record_a, record_b) DO NOTHING`,
    [some, others, decisionId],
  );
}

const nameOfTable = /^[a-z_]+$/;

/** How many rows each customer has in each table that follows records. */
export async function countRows(
  db: Db,
  tables: readonly string[],
  customerIds: readonly string[],
): Promise<{ table: string; customerId: string; count: number }[]> {
  const named = [...new Set(['source_record', ...tables])];
  if (!named.every((table) => nameOfTable.test(table))) throw new Error('A table has no such name.');
  return db.query(
    named
      .map(
        (table) =>
          `SELECT '${table}' AS "table", customer_id AS "customerId", count(*)::int AS count FROM ${table} WHERE customer_id = ANY($1::uuid[]) GROUP BY 2`,
      )
      .join(' UNION ALL '),
    [customerIds],
  );
}
