import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { MapVersion } from '../domain/map-version.ts';
import { JourneyVersionEntity } from './journey-map.entity.ts';

const columns = columnsOf(JourneyVersionEntity, 'v');

/** Makes sure that a journey exists, and locks it until the transaction ends. */
export async function holdMap(tx: Tx, mapId: string, now: Date): Promise<void> {
  tx.later('map-make', 'INSERT INTO journey_map (id, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    mapId,
    now,
  ]);
  await tx.named('map-lock', 'SELECT id FROM journey_map WHERE id = $1 FOR UPDATE', [mapId]);
}

/** Whether such a journey exists and was not put away. */
export async function mapExists(db: Db, mapId: string): Promise<boolean> {
  const [row] = await db.named<{ any: boolean }>(
    'map-exists',
    'SELECT EXISTS (SELECT 1 FROM journey_map WHERE id = $1 AND archived_at IS NULL) AS any',
    [mapId],
  );
  return row?.any ?? false;
}

/** All versions of the journeys that are in use, the newest first. */
export const versionsOfMaps = (db: Db): Promise<MapVersion[]> =>
  db.named<MapVersion>(
    'map-versions',
    `SELECT ${columns} FROM journey_version v JOIN journey_map m ON m.id = v.map_id
      WHERE m.archived_at IS NULL ORDER BY m.created_at, v.map_id, v.number DESC`,
  );

/** Versions of one journey, the newest first. */
export const versionsOf = (db: Db, mapId: string): Promise<MapVersion[]> =>
  db.named<MapVersion>(
    'map-versions-of',
    `SELECT ${columns} FROM journey_version v WHERE v.map_id = $1 ORDER BY v.number DESC`,
    [mapId],
  );

/** Keeps a version: the draft anew, or published. */
export async function putVersion(tx: Tx, version: MapVersion): Promise<void> {
  await putRows(
    tx,
    JourneyVersionEntity,
    [version],
    `ON CONFLICT (map_id, number) DO UPDATE SET document = excluded.document, saved_at = excluded.saved_at,
       saved_by = excluded.saved_by, published_at = excluded.published_at WHERE journey_version.published_at IS NULL`,
  );
}

/** Throws a draft away. */
export async function deleteDraft(tx: Tx, mapId: string): Promise<void> {
  tx.later('map-discard', 'DELETE FROM journey_version WHERE map_id = $1 AND published_at IS NULL', [mapId]);
}

/** Puts a journey away, or takes it out again. */
export async function archiveMap(tx: Tx, mapId: string, at: Date | null): Promise<void> {
  tx.later('map-archive', 'UPDATE journey_map SET archived_at = $2 WHERE id = $1', [mapId, at]);
}
