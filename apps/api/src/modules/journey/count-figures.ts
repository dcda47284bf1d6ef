import type { Database } from '#platform/database';
import { liveMaps } from './data/live-maps.ts';
import { putFigures, staysOf } from './data/stays.ts';
import { journeyFigures } from './domain/journey-figures.ts';

/** Counts how long people stay in each stage of each journey and where they go, for pages that cannot wait for it. Doing it twice gives the same. */
export async function countFigures(db: Database, asOf: Date): Promise<void> {
  for (const { mapId, map } of await liveMaps(db)) {
    const figures = journeyFigures(await staysOf(db, { mapId, asOf }), map.stages);
    await db.transaction((tx) =>
      putFigures(
        tx,
        mapId,
        figures.map((one) => ({ ...one, mapId, countedAt: asOf })),
      ),
    );
  }
}
