import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { Placement } from '../domain/content-item.ts';
import { ContentPlacementEntity } from './content-placement.entity.ts';

const columns = columnsOf(ContentPlacementEntity, 'p');

/** Writes placements; of one that exists only whether it was removed changes. */
export const putPlacements = (tx: Tx, placements: readonly Placement[]): Promise<unknown> =>
  putRows(
    tx,
    ContentPlacementEntity,
    placements,
    'ON CONFLICT (id) DO UPDATE SET removed_at = excluded.removed_at',
  );

/** The placement with this id, removed or not, locked. */
export async function lockPlacement(tx: Tx, id: string): Promise<Placement | null> {
  const [found] = await tx.named<Placement>(
    'content-placement-lock',
    `SELECT ${columns} FROM content_placement p WHERE p.id = $1 FOR UPDATE`,
    [id],
  );
  return found ?? null;
}

/** The placements of each piece of content, in the order of their cells. */
export async function placementsByItem(db: Db, itemIds: readonly string[]): Promise<Placement[][]> {
  const rows = await db.named<Placement & { place: number }>(
    'content-placements-by-item',
    `SELECT asked.place::int AS place, ${columns} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
       JOIN content_placement p ON p.item_id = asked.id AND p.removed_at IS NULL
      ORDER BY asked.place, p.stage, p.department, p.id`,
    [itemIds],
  );
  return inPlaces(rows, itemIds.length);
}

/** Placements by id, in the order asked, without the removed ones. */
export async function placementsById(db: Db, ids: readonly string[]): Promise<(Placement | null)[]> {
  const rows = await db.named<Placement>(
    'content-placements-by-id',
    `SELECT ${columns} FROM content_placement p WHERE p.id = ANY($1::uuid[]) AND p.removed_at IS NULL`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** Every placement that stands, of content that is not archived; for the grid of stages and departments. At most 2,000. */
export const allPlacements = (db: Db): Promise<Placement[]> =>
  db.named<Placement>(
    'content-placements-all',
    `SELECT ${columns} FROM content_placement p JOIN content_item i ON i.id = p.item_id AND i.archived_at IS NULL
      WHERE p.removed_at IS NULL ORDER BY p.stage, p.department, p.priority, p.placed_at, p.id LIMIT 2000`,
  );

/** Replaces what a source told of where its content stands. */
export async function replacePlacements(
  tx: Tx,
  itemIds: readonly string[],
  placements: readonly Placement[],
): Promise<void> {
  tx.later(
    'content-placements-clear',
    'DELETE FROM content_placement WHERE item_id = ANY($1::uuid[]) AND placed_by IS NULL',
    [itemIds],
  );
  await putPlacements(tx, placements);
}
