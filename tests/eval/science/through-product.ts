import { type Manifest } from '../../../apps/api/src/modules/house/index.ts';
import { importFiles } from '../../../apps/api/src/modules/intake/index.ts';
import { lookForObstacles } from '../../../apps/api/src/modules/obstacles/index.ts';
import type { Database } from '../../../apps/api/src/platform/database/index.ts';
import { cutSet } from './cut-set.ts';
import type { DataFolder } from './data-folder.ts';
import type { RealSet } from './sets.ts';

/** What became of a set in the product: how its rows were counted, what they say, and what the product says. */
export interface Taken {
  rows: number;
  counts: { rows: number; accepted: number; rejected: number; skipped: number };
  format: string | null;
  said: Record<string, unknown>;
  found: Record<string, unknown>;
  seconds: number;
}

/** Takes a set (or a cut of it) in through the front door, and asks the database what it came to. */
export async function takeSet(
  database: Database,
  modules: readonly Manifest[],
  data: DataFolder,
  set: RealSet,
  folder: string,
  every = 1,
): Promise<Taken> {
  const { path, rows } = await cutSet(data, set, folder, every);
  const began = performance.now();
  const { files } = await importFiles(database, modules, { paths: [path], source: set.name });
  const seconds = (performance.now() - began) / 1000;
  await lookForObstacles(database, new Date());
  const [{ counts, format } = { counts: undefined, format: null }] = files;
  if (!counts) throw new Error(`${set.file} was not imported.`);
  return {
    rows: rows.length,
    counts: {
      rows: counts.rows,
      accepted: counts.accepted,
      rejected: counts.rejected,
      skipped: counts.skipped,
    },
    format: format ?? null,
    said: set.read(rows),
    found: await set.ask(database, set.name),
    seconds,
  };
}
