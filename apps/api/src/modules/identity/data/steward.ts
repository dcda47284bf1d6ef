import { insertRows, type Tx } from '#platform/database';

/** Live customers behind these ids, old ids of merged ones included. */
export const liveCustomers = (tx: Tx, ids: readonly string[]): Promise<{ askedId: string; id: string }[]> =>
  tx.named(
    'identity-live-customers',
    `SELECT c.id AS "askedId", coalesce(c.merged_into, c.id) AS id FROM customer c WHERE c.id = ANY($1::uuid[])`,
    [ids],
  );

/** Makes records that are not there yet; those that another transaction made meanwhile stay. */
export async function insertStewardRecords(
  tx: Tx,
  sourceId: string,
  rows: readonly { id: string; membershipId: string; key: string; customerId: string }[],
  now: Date,
): Promise<void> {
  const made = await insertRows<object, { id: string }>(
    tx,
    'source_record',
    {
      id: 'uuid',
      source_id: 'uuid',
      kind: 'text',
      source_key: 'text',
      customer_id: 'uuid',
      created_at: 'timestamptz',
    },
    rows.map((row) => ({
      id: row.id,
      source_id: sourceId,
      kind: 'person',
      source_key: row.key,
      customer_id: row.customerId,
      created_at: now,
    })),
    'ON CONFLICT (source_id, kind, source_key) DO NOTHING RETURNING id',
  );
  const ids = new Set(made.map(({ id }) => id));
  await insertRows(
    tx,
    'membership',
    { id: 'uuid', source_record_id: 'uuid', customer_id: 'uuid', valid_from: 'timestamptz', cause: 'text' },
    rows
      .filter(({ id }) => ids.has(id))
      .map((row) => ({
        id: row.membershipId,
        source_record_id: row.id,
        customer_id: row.customerId,
        valid_from: now,
        cause: 'steward',
      })),
  );
  // What people write about a customer goes wherever the customer's first record goes.
  if (ids.size > 0)
    tx.later(
      'identity-anchor-stewards',
      `INSERT INTO must_link (record_a, record_b)
       SELECT least(s.id, f.id), greatest(s.id, f.id) FROM source_record s
        CROSS JOIN LATERAL (SELECT r.id FROM source_record r WHERE r.customer_id = s.customer_id AND r.id <> s.id AND r.kind = 'person' ORDER BY r.id LIMIT 1) f
        WHERE s.id = ANY($1::uuid[]) ON CONFLICT (record_a, record_b) DO NOTHING`,
      [[...ids]],
    );
}

/** What each record of these customers says of tags; old ids of merged ones included. */
export const tagsOfRecords = (
  tx: Tx,
  ids: readonly string[],
): Promise<{ customerId: string; recordId: string; tags: string[] }[]> =>
  tx.named(
    'identity-tags-of-records',
    `SELECT r.customer_id AS "customerId", r.id AS "recordId",
            ARRAY(SELECT json_array_elements_text(r.current->'tags')) AS tags
       FROM source_record r
      WHERE r.kind = 'person' AND r.current->'tags' IS NOT NULL
        AND r.customer_id IN (SELECT coalesce(c.merged_into, c.id) FROM customer c WHERE c.id = ANY($1::uuid[]))`,
    [ids],
  );
