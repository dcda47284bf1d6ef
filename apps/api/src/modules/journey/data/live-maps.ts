import type { Db } from '#platform/database';
import type { JourneyMap } from '../domain/journey-map.ts';
import { type LiveMap, mainMapId, usualMain } from '../domain/map-version.ts';

/** Which version of which map counts, as the fold's statement brings it along. */
export interface LiveVersion {
  mapId: string;
  versionId: string;
  number: number;
}

/** SQL of the live versions as JSON, for a statement that reads something else beside it. */
export const liveVersionsSql = `(SELECT coalesce(jsonb_agg(jsonb_build_object('mapId', v.map_id, 'versionId', v.id, 'number', v.number)), '[]')
    FROM (SELECT DISTINCT ON (o.map_id) o.map_id, o.id, o.number FROM journey_version o JOIN journey_map m ON m.id = o.map_id
           WHERE o.published_at IS NOT NULL AND m.archived_at IS NULL ORDER BY o.map_id, o.number DESC) v)`;

// What is published is never changed, so a document that was read once is known for good.
const documents = new Map<string, JourneyMap>();

/** The maps of these versions, the main one first; the usual one stands in for a main one that nobody published. */
export async function mapsOf(db: Db, live: readonly LiveVersion[]): Promise<LiveMap[]> {
  const unread = live.filter(({ versionId }) => !documents.has(versionId));
  if (unread.length > 0) {
    const rows = await db.named<{ id: string; document: JourneyMap }>(
      'journey-documents',
      'SELECT id, document FROM journey_version WHERE id = ANY($1::uuid[])',
      [unread.map(({ versionId }) => versionId)],
    );
    for (const { id, document } of rows) documents.set(id, document);
  }
  const maps = live.flatMap(({ mapId, versionId, number }): LiveMap[] => {
    const map = documents.get(versionId);
    return map ? [{ mapId, number, map }] : [];
  });
  const main = maps.find(({ mapId }) => mapId === mainMapId) ?? usualMain;
  return [main, ...maps.filter(({ mapId }) => mapId !== mainMapId)];
}

/** The maps that count now, the main one first. */
export async function liveMaps(db: Db): Promise<LiveMap[]> {
  const [row] = await db.named<{ live: LiveVersion[] }>('journey-live', `SELECT ${liveVersionsSql} AS live`);
  return mapsOf(db, row?.live ?? []);
}
