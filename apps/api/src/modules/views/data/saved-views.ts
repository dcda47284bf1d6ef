import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { SavedView, ViewReader } from '../domain/saved-view.ts';
import { SavedViewEntity } from './saved-view.entity.ts';

/** Keeps views: new ones, or another state of those with their ids. */
export async function putViews(tx: Tx, views: readonly SavedView[]): Promise<void> {
  await putRows(
    tx,
    SavedViewEntity,
    views,
    `ON CONFLICT (id) DO UPDATE SET name = excluded.name, search = excluded.search, shared_with = excluded.shared_with,
       department = excluded.department, place = excluded.place, removed_at = excluded.removed_at`,
  );
}

/** The view with this id, removed or not, locked until the transaction ends. */
export async function lockView(tx: Tx, id: string): Promise<SavedView | null> {
  const [view] = await tx.named<SavedView>(
    'view-lock',
    `SELECT ${columnsOf(SavedViewEntity, 'v')} FROM saved_view v WHERE v.id = $1 FOR UPDATE`,
    [id],
  );
  return view ?? null;
}

/** Somebody's own views of a screen in their order, locked until the transaction ends. */
export const lockOwnViews = (tx: Tx, ownerId: string, screen: string): Promise<SavedView[]> =>
  tx.named<SavedView>(
    'views-own-lock',
    `SELECT ${columnsOf(SavedViewEntity, 'v')} FROM saved_view v
      WHERE v.owner_id = $1 AND v.screen = $2 AND v.removed_at IS NULL ORDER BY v.place, v.created_at, v.id FOR UPDATE`,
    [ownerId, screen],
  );

/** How many views of a screen somebody keeps. */
export async function countViews(tx: Tx, ownerId: string, screen: string): Promise<number> {
  const [row] = await tx.named<{ count: number }>(
    'view-count',
    'SELECT count(*)::int AS count FROM saved_view WHERE owner_id = $1 AND screen = $2 AND removed_at IS NULL',
    [ownerId, screen],
  );
  return row?.count ?? 0;
}

/** The views of a screen that somebody may read, their own first, each owner's in the order they put them; at most 500. */
export const viewsOfScreen = (db: Db, screen: string, reader: ViewReader): Promise<SavedView[]> =>
  db.named<SavedView>(
    'views-of-screen',
    `SELECT ${columnsOf(SavedViewEntity, 'v')} FROM saved_view v
      WHERE v.screen = $1 AND v.removed_at IS NULL
        AND (v.owner_id = $2::uuid OR v.shared_with = 'everybody' OR (v.shared_with = 'department' AND v.department = $3::text))
      ORDER BY v.owner_id IS DISTINCT FROM $2::uuid, v.owner_id, v.place, v.created_at, v.id LIMIT 500`,
    [screen, reader.id, reader.department],
  );

/** Views by id, in the order asked, without the removed ones. Whoever shows them asks `mayReadView`. */
export async function viewsById(db: Db, ids: readonly string[]): Promise<(SavedView | null)[]> {
  const rows = await db.named<SavedView>(
    'views-by-id',
    `SELECT ${columnsOf(SavedViewEntity, 'v')} FROM saved_view v WHERE v.id = ANY($1::uuid[]) AND v.removed_at IS NULL`,
    [ids],
  );
  return inOrderOf(ids, rows);
}
