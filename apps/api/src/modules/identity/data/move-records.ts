import type { Tx } from '#platform/database';

const nameOfTable = /^[a-z_]+$/;

/**
 * Brings `customer_id` up to date wherever it is derived from the source record: in each table that a subject has named in
 * `Manifest.follows`, and in identity's own. `fromCustomers` is where the records were until now.
 */
export async function followRecords(
  tx: Tx,
  follows: readonly string[],
  recordIds: readonly string[],
  fromCustomers: readonly string[],
): Promise<void> {
  if (recordIds.length === 0) return;
  for (const table of new Set(['affiliation', ...follows])) {
    if (!nameOfTable.test(table)) throw new Error(`"${table}" is not the name of a table.`);
    tx.later(
      `identity-follow-${table}`,
      `UPDATE ${table} t SET customer_id = r.customer_id FROM source_record r
        WHERE t.source_record_id = r.id AND r.id = ANY($1::uuid[]) AND t.customer_id = ANY($2::uuid[])`,
      [recordIds, fromCustomers],
    );
  }
}

/** Lets the old ids of customers of whom nothing is left answer with those they became. */
export async function redirectCustomers(
  tx: Tx,
  redirects: readonly { id: string; oldId: string; newId: string; decisionId: string }[],
  now: Date,
): Promise<void> {
  if (redirects.length === 0) return;
  const next = new Map(redirects.map(({ oldId, newId }) => [oldId, newId]));
  // Within one set a customer can be joined to somebody who is joined in turn: the old id leads to the end of the way.
  const endOf = (id: string): string => {
    let end = id;
    for (let step = 0; step < redirects.length && next.has(end); step += 1) end = next.get(end)!;
    return end;
  };
  const [ids, olds, news, decisions] = [
    redirects.map(({ id }) => id),
    redirects.map(({ oldId }) => oldId),
    redirects.map(({ newId }) => newId),
    redirects.map(({ decisionId }) => decisionId),
  ];
  tx.later(
    'identity-redirect',
    `INSERT INTO customer_redirect (id, old_id, new_id, decision_id, valid_from)
     SELECT *, $5 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[])`,
    [ids, olds, news, decisions, now],
  );
  tx.later(
    'identity-merged-into',
    `UPDATE customer c SET merged_into = r.new_id FROM unnest($1::uuid[], $2::uuid[]) AS r(old_id, new_id)
      WHERE coalesce(c.merged_into, c.id) = r.old_id AND (c.id = ANY($1::uuid[]) OR c.merged_into = ANY($1::uuid[]))`,
    [olds, olds.map(endOf)],
  );
  tx.later('identity-drop-summary', 'DELETE FROM customer_summary WHERE customer_id = ANY($1::uuid[])', [
    olds,
  ]);
  tx.later('identity-drop-words', 'DELETE FROM customer_words WHERE customer_id = ANY($1::uuid[])', [olds]);
}
