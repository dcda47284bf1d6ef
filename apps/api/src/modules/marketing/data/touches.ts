import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, type OwnerBefore, ownerBefore, putRows, type Tx } from '#platform/database';
import type { Touch } from '../domain/touch.ts';
import { TouchEntity } from './touch.entity.ts';

/** Writes touches and answers with the id of each. */
export const putTouches = (
  tx: Tx,
  touches: readonly Touch[],
): Promise<(Pick<Touch, 'id' | 'sourceId' | 'sourceKey'> & OwnerBefore)[]> =>
  putRows(
    tx,
    TouchEntity,
    touches,
    `ON CONFLICT (source_id, source_key) DO UPDATE SET customer_id = excluded.customer_id,
       source_record_id = excluded.source_record_id, campaign_id = coalesce(excluded.campaign_id, touch.campaign_id),
       kind = excluded.kind, channel = excluded.channel, url = coalesce(excluded.url, touch.url),
       outcome = coalesce(excluded.outcome, touch.outcome), attempts = coalesce(excluded.attempts, touch.attempts), at = excluded.at,
       signal_id = excluded.signal_id
     RETURNING id, source_id AS "sourceId", source_key AS "sourceKey", ${ownerBefore('touch')}`,
  );

/** A touch as its source last told it. */
export interface ToldTouch {
  id: string;
  sourceKey: string;
  customerId: string;
  sourceRecordId: string;
  at: Date;
  signalId: string;
  body: unknown;
  campaign: { key: string; name: string } | null;
}

/** The touches of these records, in the order in which they were told. */
export const touchesOfRecords = (tx: Tx, recordIds: readonly string[]): Promise<ToldTouch[]> =>
  tx.named<ToldTouch>(
    'touches-of-records',
    `SELECT t.id, t.source_key AS "sourceKey", t.customer_id AS "customerId", t.source_record_id AS "sourceRecordId", t.at,
            s.id AS "signalId", s.body->'body' AS body,
            CASE WHEN c.id IS NOT NULL THEN json_build_object('key', c.source_key, 'name', c.name) END AS campaign
       FROM touch t JOIN signal s ON s.id = t.signal_id LEFT JOIN campaign c ON c.id = t.campaign_id
      WHERE t.source_record_id = ANY($1::uuid[]) ORDER BY s.id`,
    [recordIds],
  );

/** Takes touches back. */
export async function deleteTouches(tx: Tx, sourceId: string, subjectKeys: readonly string[]): Promise<void> {
  tx.later('touches-forget', 'DELETE FROM touch WHERE source_id = $1 AND source_key = ANY($2::text[])', [
    sourceId,
    subjectKeys,
  ]);
}

/** Whose touches, and how many. */
export interface TouchesKey {
  customerId: string;
  first: number;
}

/** The newest touches of each customer. */
export async function touchesByCustomer(db: Db, keys: readonly TouchesKey[]): Promise<Touch[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<Touch & { place: number }>(
    `touches-by-customer-${limit}`,
    `SELECT asked.place::int AS place, t.* FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(customer, place)
      CROSS JOIN LATERAL (SELECT ${columnsOf(TouchEntity, 'o')} FROM touch o WHERE o.customer_id = asked.customer
                           ORDER BY o.at DESC, o.id DESC LIMIT ${limit}) t
      ORDER BY asked.place, t.at DESC, t.id DESC`,
    [keys.map((key) => key.customerId)],
  );
  return inPlaces(rows, keys.length).map((list, place) => list.slice(0, keys[place]!.first));
}

/** Touches by id, in the order asked. */
export async function touchesById(db: Db, ids: readonly string[]): Promise<(Touch | null)[]> {
  const rows = await db.named<Touch>(
    'touches-by-id',
    `SELECT ${columnsOf(TouchEntity, 'o')} FROM touch o WHERE o.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}
