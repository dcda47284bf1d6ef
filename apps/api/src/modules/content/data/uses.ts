import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, type OwnerBefore, ownerBefore, putRows, type Tx } from '#platform/database';
import type { ContentUse } from '../domain/content-item.ts';
import { ContentUseEntity } from './content-use.entity.ts';

const columns = columnsOf(ContentUseEntity, 'u');

/** Writes uses; telling one again completes it, and a later opening is added. */
export const putUses = (
  tx: Tx,
  uses: readonly ContentUse[],
): Promise<(Pick<ContentUse, 'id' | 'sourceId' | 'sourceKey'> & OwnerBefore)[]> =>
  putRows(
    tx,
    ContentUseEntity,
    uses,
    `ON CONFLICT (source_id, source_key) DO UPDATE SET customer_id = excluded.customer_id, source_record_id = excluded.source_record_id,
       at = excluded.at, channel = excluded.channel, opened_at = coalesce(content_use.opened_at, excluded.opened_at),
       opens = greatest(content_use.opens, excluded.opens), signal_id = excluded.signal_id
     RETURNING id, source_id AS "sourceId", source_key AS "sourceKey", ${ownerBefore('content_use')}`,
  );

/** The use with this id, undone or not, locked. */
export async function lockUse(tx: Tx, id: string): Promise<ContentUse | null> {
  const [found] = await tx.named<ContentUse>(
    'content-use-lock',
    `SELECT ${columns} FROM content_use u WHERE u.id = $1 FOR UPDATE`,
    [id],
  );
  return found ?? null;
}

/** Takes a use back. */
export const markUseUndone = (tx: Tx, id: string, at: Date): void =>
  tx.later('content-use-undo', 'UPDATE content_use SET undone_at = $2 WHERE id = $1', [id, at]);

/** Notes that the customer opened what they were given; answers with the use as it was before. */
export async function noteOpening(tx: Tx, token: string, at: Date): Promise<ContentUse | null> {
  const [found] = await tx.named<ContentUse>(
    'content-use-open-lock',
    `SELECT ${columns} FROM content_use u WHERE u.token = $1 AND u.undone_at IS NULL FOR UPDATE`,
    [token],
  );
  if (!found) return null;
  tx.later(
    'content-use-open',
    'UPDATE content_use SET opens = opens + 1, opened_at = coalesce(opened_at, $2) WHERE id = $1',
    [found.id, at],
  );
  return found;
}

/** The use behind a customer's own address, without touching it. */
export async function useByToken(db: Db, token: string): Promise<ContentUse | null> {
  const [found] = await db.named<ContentUse>(
    'content-use-by-token',
    `SELECT ${columns} FROM content_use u WHERE u.token = $1 AND u.undone_at IS NULL`,
    [token],
  );
  return found ?? null;
}

/** Uses by id, in the order asked, without those taken back. */
export async function contentUsesById(db: Db, ids: readonly string[]): Promise<(ContentUse | null)[]> {
  const rows = await db.named<ContentUse>(
    'content-uses-by-id',
    `SELECT ${columns} FROM content_use u WHERE u.id = ANY($1::uuid[]) AND u.undone_at IS NULL`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** A use and what came after it. */
export type ShownUse = ContentUse & { movedTo: string | null; movedAt: Date | null; outcome: string | null };

/** The newest uses of one piece of content, each with where the customer moved next and what they did. */
export const usesOfItem = (
  db: Db,
  itemId: string,
  first: number,
  after: readonly [at: string, id: string] | null,
): Promise<ShownUse[]> =>
  db.query<ShownUse>(
    `SELECT ${columns}, m.stage AS "movedTo", m."from" AS "movedAt", o.kind AS outcome
       FROM content_use u
       LEFT JOIN customer_stage s ON s.customer_id = u.customer_id
       LEFT JOIN LATERAL (SELECT h.stage, h."from" FROM json_to_recordset(s.history) AS h(stage text, "from" timestamptz)
                           WHERE h."from" > u.at ORDER BY h."from" LIMIT 1) m ON true
       LEFT JOIN LATERAL (SELECT f.kind FROM fact f WHERE f.customer_id = u.customer_id AND f.at > u.at AND f.at < u.at + interval '30 days'
                             AND f.kind IN ('deal-won', 'deal-lost', 'order-placed', 'order-returned', 'ticket-opened', 'ticket-solved',
                                            'referral-made', 'review-written')
                           ORDER BY f.at LIMIT 1) o ON true
      WHERE u.item_id = $1 AND u.undone_at IS NULL ${after ? 'AND (u.at, u.id) < ($2::timestamptz, $3::uuid)' : ''}
      ORDER BY u.at DESC, u.id DESC LIMIT ${first + 1}`,
    [itemId, ...(after ?? [])],
  );

/** Takes back uses that an undone import told of. */
export async function forgetUses(tx: Tx, sourceId: string, keys: readonly string[]): Promise<void> {
  tx.later(
    'content-uses-forget',
    'DELETE FROM content_use WHERE source_id = $1 AND source_key = ANY($2::text[])',
    [sourceId, keys],
  );
}
