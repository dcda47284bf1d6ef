import type { Db, Tx } from '#platform/database';
import type { Reason } from '../domain/resolve.ts';

/** A case that a person should look at: two records, of two customers, that may be one person. */
export interface StoredDoubt {
  id: string;
  recordId: string;
  customerId: string;
  candidateRecordId: string;
  candidateId: string;
  reasons: Reason[];
  /** How likely it is one person, 0 to 1; nothing where the engine could not compare. */
  probability: number | null;
  /** What settling it is worth: the likelier one person, and the more hangs on the two, the more. */
  worth: number;
  status: string;
  createdAt: Date;
}

const columns = `d.id, d.source_record_id AS "recordId", r.customer_id AS "customerId", d.candidate_record_id AS "candidateRecordId",
  c.customer_id AS "candidateId", d.reasons, d.probability, d.status, d.created_at AS "createdAt", 0 AS worth`;
const joins = `doubt d JOIN source_record r ON r.id = d.source_record_id JOIN source_record c ON c.id = d.candidate_record_id`;

/** Doubts by id, in the order asked. */
export async function doubtsById(db: Db, ids: readonly string[]): Promise<(StoredDoubt | null)[]> {
  const rows = await db.named<StoredDoubt>(
    'identity-doubts-by-id',
    `SELECT ${columns} FROM ${joins} WHERE d.id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Open doubts, newest first, one more than `first`; those whose customers have become one meanwhile are none. */
export const openDoubts = (
  db: Db,
  first: number,
  after: readonly [string, string] | null,
): Promise<StoredDoubt[]> =>
  db.named(
    'identity-open-doubts',
    `SELECT ${columns} FROM ${joins}
      WHERE d.status = 'open' AND r.customer_id <> c.customer_id
        AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', d.created_at), d.id) < ($2, $3::uuid))
      ORDER BY date_trunc('milliseconds', d.created_at) DESC, d.id DESC LIMIT $1`,
    [first + 1, after?.[0] ?? null, after?.[1] ?? null],
  );

/**
 * Open doubts, those worth most first, one more than `first`: how likely the two are one person (a case without a probability counts as one
 * half: a source says one thing and a person here another), times what joining them puts right: open deals and cases, orders, how many
 * records they have, and whether they have consented to different things. A case less likely than not falls behind by as much again.
 */
export const openDoubtsByWorth = (
  db: Db,
  first: number,
  after: readonly [number, string] | null,
): Promise<StoredDoubt[]> =>
  db.named(
    'identity-doubts-by-worth',
    `SELECT * FROM (
       SELECT ${columns.replace('0 AS worth', '')} round((coalesce(d.probability, 0.5) * least(1, 2 * coalesce(d.probability, 0.5))
           * (1 + coalesce(a.open_deals, 0) + coalesce(b.open_deals, 0) + coalesce(a.open_tickets, 0) + coalesce(b.open_tickets, 0)
              + ln(1 + coalesce(a.orders, 0) + coalesce(b.orders, 0)) + (a.email_consent IS DISTINCT FROM b.email_consent)::int
              + ln((SELECT count(*) FROM source_record x WHERE x.customer_id IN (r.customer_id, c.customer_id)) / 2.0)))::numeric, 6)::float8 AS worth
         FROM ${joins}
         LEFT JOIN customer_summary a ON a.customer_id = r.customer_id
         LEFT JOIN customer_summary b ON b.customer_id = c.customer_id
        WHERE d.status = 'open' AND r.customer_id <> c.customer_id
     ) w
      WHERE $2::float8 IS NULL OR (w.worth, w.id) < ($2::float8, $3::uuid)
      ORDER BY w.worth DESC, w.id DESC LIMIT $1`,
    [first + 1, after?.[0] ?? null, after?.[1] ?? null],
  );

/** Open doubts of at least a probability, the surest first. */
export const openDoubtsAbove = (db: Db, probability: number, most: number): Promise<StoredDoubt[]> =>
  db.named(
    'identity-doubts-above',
    `SELECT ${columns} FROM ${joins} WHERE d.status = 'open' AND r.customer_id <> c.customer_id AND d.probability >= $1
      ORDER BY d.probability DESC, d.id LIMIT $2`,
    [probability, most],
  );

/** Customers with a record that, by open cases of at least a probability, may be of two others. */
export async function customersInSeveralDoubts(db: Db, probability: number): Promise<Set<string>> {
  const rows = await db.named<{ id: string }>(
    'identity-in-several-doubts',
    `SELECT r.customer_id AS id FROM ${joins} WHERE d.status = 'open' AND r.customer_id <> c.customer_id AND d.probability >= $1
      GROUP BY r.customer_id HAVING count(DISTINCT c.customer_id) > 1`,
    [probability],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of customers with an open case, whom they most likely are. */
export async function likelyOthers(db: Db, customerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.named<{ id: string; otherId: string }>(
    'identity-likely-others',
    `SELECT DISTINCT ON (id) id, "otherId" FROM (
       SELECT r.customer_id AS id, c.customer_id AS "otherId", d.probability FROM ${joins}
        WHERE d.status = 'open' AND r.customer_id = ANY($1::uuid[]) AND r.customer_id <> c.customer_id
       UNION ALL
       SELECT c.customer_id, r.customer_id, d.probability FROM ${joins}
        WHERE d.status = 'open' AND c.customer_id = ANY($1::uuid[]) AND r.customer_id <> c.customer_id
     ) pairs ORDER BY id, probability DESC NULLS LAST, "otherId"`,
    [customerIds],
  );
  return new Map(rows.map(({ id, otherId }) => [id, otherId]));
}

/** A case whose settling is taken back is open again. */
export async function reopenDoubtsOf(tx: Tx, decisionId: string): Promise<void> {
  tx.later(
    'identity-reopen-doubts',
    `UPDATE doubt SET status = 'open', decision_id = NULL, decided_at = NULL, decided_by = NULL WHERE decision_id = $1`,
    [decisionId],
  );
}

/** How many doubts are open, counting to `most` at most. */
export async function countOpenDoubts(db: Db, most: number): Promise<number> {
  const [row] = await db.named<{ count: number }>(
    'identity-count-doubts',
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM ${joins} WHERE d.status = 'open' AND r.customer_id <> c.customer_id LIMIT $1) AS counted`,
    [most],
  );
  return row?.count ?? 0;
}

/** Doubts about each of these customers, open or settled, newest first. */
export async function doubtsByCustomer(db: Db, customerIds: readonly string[]): Promise<StoredDoubt[][]> {
  const rows = await db.named<StoredDoubt & { askedId: string }>(
    'identity-doubts-by-customer',
    `SELECT asked.id AS "askedId", d.*
       FROM unnest($1::uuid[]) AS asked(id)
      CROSS JOIN LATERAL (
        SELECT ${columns} FROM ${joins}
         WHERE d.source_record_id IN (SELECT id FROM source_record WHERE customer_id = asked.id)
           AND r.customer_id <> c.customer_id
        UNION
        SELECT ${columns} FROM ${joins}
         WHERE d.candidate_record_id IN (SELECT id FROM source_record WHERE customer_id = asked.id)
           AND r.customer_id <> c.customer_id
         ORDER BY "createdAt" DESC, id DESC LIMIT 50
      ) d`,
    [customerIds],
  );
  return customerIds.map((id) => rows.filter(({ askedId }) => askedId === id));
}

/** Locks an open doubt and says of whom it is; `null` when it is settled or missing. */
export async function takeDoubt(tx: Tx, id: string): Promise<StoredDoubt | null> {
  const rows = await tx.named<StoredDoubt>(
    'identity-take-doubt',
    `SELECT ${columns} FROM ${joins} WHERE d.id = $1 AND d.status = 'open' FOR UPDATE OF d`,
    [id],
  );
  return rows[0] ?? null;
}

/** Settles a doubt. */
export async function settleDoubt(
  tx: Tx,
  id: string,
  status: 'linked' | 'separated',
  decisionId: string,
  userId: string | null,
  now: Date,
): Promise<void> {
  tx.later(
    'identity-settle-doubt',
    'UPDATE doubt SET status = $2, decision_id = $3, decided_by = $4, decided_at = $5 WHERE id = $1',
    [id, status, decisionId, userId, now],
  );
}

/** A doubt that was settled by joining is settled the other way when that is undone. */
export async function closeDoubtsOf(tx: Tx, decisionId: string, undoing: string, now: Date): Promise<void> {
  tx.later(
    'identity-close-doubts',
    `UPDATE doubt SET status = 'separated', decision_id = $2, decided_at = $3 WHERE decision_id = $1`,
    [decisionId, undoing, now],
  );
}

/** The pairs of records of all open cases. */
export const openPairs = (db: Db): Promise<{ a: string; b: string }[]> =>
  db.query(`SELECT source_record_id AS a, candidate_record_id AS b FROM doubt WHERE status = 'open'`);
