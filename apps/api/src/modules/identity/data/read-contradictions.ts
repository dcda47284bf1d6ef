import type { Db } from '#platform/database';

/** A customer of several records, as far as contradictions go. */
export interface ProfileRow {
  customerId: string;
  records: number;
  fresh: number | null;
  mailboxes: number;
  /** For each record its full name, given name, family name, suffix and day of birth. */
  said: (string | null)[][];
}

/**
 * Customers who may contradict themselves: of several records, with names or days of birth that are not written alike, many mailboxes, many
 * records, or many new ones since the run before `runId`. Most customers are not among them.
 */
export const profilesToLookAt = (db: Db, runId: string): Promise<ProfileRow[]> =>
  db.query(
    `WITH last AS (SELECT max(made_at) AS at FROM match_model WHERE active AND id <> $1),
     said AS (
       SELECT r.id, r.customer_id, r.current->'values' AS v, r.current->'emails' AS emails, m.valid_from > last.at AS fresh
         FROM last CROSS JOIN source_record r
         LEFT JOIN membership m ON m.source_record_id = r.id AND m.valid_to IS NULL
        WHERE r.kind = 'person' AND r.customer_id IS NOT NULL
     )
     SELECT customer_id AS "customerId", count(*)::int AS records, (count(*) FILTER (WHERE fresh))::int * nullif((SELECT count(*) FROM last WHERE at IS NOT NULL), 0)::int AS fresh,
            count(DISTINCT lower(emails->>0))::int AS mailboxes,
            json_agg(json_build_array(v->>'fullName', v->>'givenName', v->>'familyName', v->>'nameSuffix', v->>'birthDate') ORDER BY id) AS said
       FROM said GROUP BY customer_id
     HAVING count(*) > 1
        AND (count(DISTINCT lower(v->>'fullName')) > 1 OR count(DISTINCT lower(v->>'givenName')) > 1 OR count(DISTINCT lower(v->>'familyName')) > 1
             OR (count(v->>'fullName') > 0 AND count(v->>'givenName') > 0)
             OR count(DISTINCT v->>'nameSuffix') > 1 OR count(DISTINCT v->>'birthDate') > 1 OR count(DISTINCT lower(emails->>0)) > 8
             OR count(*) >= 10)`,
    [runId],
  );

/** What the last run that was written found of these customers; nothing of those it found nothing of. */
export async function contradictionsByCustomer<Found>(
  db: Db,
  customerIds: readonly string[],
): Promise<Found[][]> {
  const rows = await db.named<{ customerId: string; found: Found[] }>(
    'identity-contradictions-of-customers',
    `SELECT c->>'customerId' AS "customerId", c->'found' AS found
       FROM (SELECT report FROM match_model WHERE active ORDER BY made_at DESC, id DESC LIMIT 1) AS m
      CROSS JOIN LATERAL jsonb_array_elements(coalesce(m.report->'contradicted', '[]')) AS c
      WHERE c->>'customerId' = ANY($1::text[])`,
    [customerIds],
  );
  const found = new Map(rows.map((row) => [row.customerId, row.found]));
  return customerIds.map((id) => found.get(id) ?? []);
}
