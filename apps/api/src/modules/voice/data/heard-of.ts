import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, type OwnerBefore, ownerBefore, putRows, type Tx } from '#platform/database';
import type { HeardOf, HeardWay } from '../domain/heard-of.ts';
import type { Referral } from '../domain/told.ts';
import type { VoiceKey } from './answers.ts';
import { HeardOfEntity } from './heard-of.entity.ts';
import { ReferralEntity } from './voice.entity.ts';

/** Writes how people heard of us; answers with the id of each. An older word never overwrites a newer one. */
export const putHeardOf = (
  tx: Tx,
  heard: readonly HeardOf[],
): Promise<(Pick<HeardOf, 'id' | 'sourceId' | 'sourceKey'> & OwnerBefore)[]> =>
  putRows(
    tx,
    HeardOfEntity,
    heard,
    `ON CONFLICT (source_id, source_key) DO UPDATE SET customer_id = excluded.customer_id, source_record_id = excluded.source_record_id,
       signal_id = excluded.signal_id, way = excluded.way, words = excluded.words, via = excluded.via, at = excluded.at
     WHERE excluded.at >= heard_of.at RETURNING id, source_id AS "sourceId", source_key AS "sourceKey", ${ownerBefore('heard_of')}`,
  );

/** What each customer said first: they are asked once. */
export async function heardOfByCustomer(db: Db, customerIds: readonly string[]): Promise<(HeardOf | null)[]> {
  const rows = await db.named<HeardOf & { place: number }>(
    'heard-of-by-customer',
    `SELECT asked.place::int AS place, ${columnsOf(HeardOfEntity, 'h')} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(customer, place)
      CROSS JOIN LATERAL (SELECT * FROM heard_of o WHERE o.customer_id = asked.customer ORDER BY o.at, o.id LIMIT 1) h
      ORDER BY asked.place`,
    [customerIds],
  );
  return (inPlaces(rows, customerIds.length) as HeardOf[][]).map(([first]) => first ?? null);
}

export const heardOfById = async (db: Db, ids: readonly string[]): Promise<(HeardOf | null)[]> =>
  inOrderOf(
    ids,
    await db.named<HeardOf>(
      'heard-of-by-id',
      `SELECT ${columnsOf(HeardOfEntity, 'h')} FROM heard_of h WHERE h.id = ANY($1::uuid[])`,
      [ids],
    ),
  );

/** Who recommended us to each customer, the newest first. Nobody recommends us to themselves: what a merge made one is left out. */
export async function referralsTo(db: Db, keys: readonly VoiceKey[]): Promise<Referral[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<Referral & { place: number }>(
    `referrals-to-${limit}`,
    `SELECT asked.place::int AS place, ${columnsOf(ReferralEntity, 'f')} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(customer, place)
      CROSS JOIN LATERAL (SELECT o.* FROM source_record i JOIN referral o ON o.invited_record_id = i.id
                           WHERE i.customer_id = asked.customer AND o.customer_id <> asked.customer
                           ORDER BY o.at DESC, o.id DESC LIMIT ${limit}) f
      ORDER BY asked.place, f.at DESC, f.id DESC`,
    [keys.map((key) => key.customerId)],
  );
  return (inPlaces(rows, keys.length) as unknown as Referral[][]).map((list, place) =>
    list.slice(0, keys[place]!.first),
  );
}

/** Whose each of these records is. */
export async function customersOfRecords(db: Db, recordIds: readonly string[]): Promise<(string | null)[]> {
  const rows = await db.named<{ id: string; customerId: string | null }>(
    'customers-of-records',
    'SELECT r.id, r.customer_id AS "customerId" FROM source_record r WHERE r.id = ANY($1::uuid[])',
    [recordIds],
  );
  const found = new Map(rows.map((row) => [row.id, row.customerId]));
  return recordIds.map((id) => found.get(id) ?? null);
}

/** How many customers named each way, by what each said first, since a time. */
export const countHeardWays = (db: Db, from: Date | null): Promise<{ way: HeardWay; k: number }[]> =>
  db.named(
    'heard-ways',
    `SELECT first.way, count(*)::int AS k FROM (
       SELECT DISTINCT ON (h.customer_id) h.customer_id, h.way, h.at FROM heard_of h ORDER BY h.customer_id, h.at, h.id) first
      WHERE $1::timestamptz IS NULL OR first.at >= $1 GROUP BY first.way`,
    [from],
  );
