import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { PublishedPromise } from '../domain/published-promise.ts';
import { PublishedPromiseEntity } from './promise.entity.ts';

const columns = columnsOf(PublishedPromiseEntity, 'p');

/** Writes a promise that is put up. */
export async function insertPublished(tx: Tx, promise: PublishedPromise): Promise<void> {
  await putRows(tx, PublishedPromiseEntity, [promise], '');
}

/** What is put up now, the newest first. A plain list: nobody puts up hundreds. */
export const publishedNow = (db: Db): Promise<PublishedPromise[]> =>
  db.named<PublishedPromise>(
    'published-promises',
    `SELECT ${columns} FROM published_promise p WHERE p.withdrawn_at IS NULL ORDER BY p.published_at DESC, p.id LIMIT 200`,
  );

/** By id, in the order asked. */
export async function publishedById(db: Db, ids: readonly string[]): Promise<(PublishedPromise | null)[]> {
  const rows = await db.named<PublishedPromise>(
    'published-promises-by-id',
    `SELECT ${columns} FROM published_promise p WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** Takes it down, or (`null`) puts it up again. */
export async function markPublishedWithdrawn(
  tx: Tx,
  id: string,
  at: Date | null,
): Promise<PublishedPromise | null> {
  const [row] = await tx.named<PublishedPromise>(
    'published-promise-withdraw',
    `UPDATE published_promise p SET withdrawn_at = $2 WHERE p.id = $1 RETURNING ${columns}`,
    [id, at],
  );
  return row ?? null;
}
