import { modules } from '../../apps/api/src/app/index.ts';
import { importFiles } from '../../apps/api/src/modules/intake/index.ts';
import type { Database } from '../../apps/api/src/platform/database/index.ts';
import { writeDemoFiles } from '../../apps/api/src/seed/index.ts';

/** Fills a database with a small demo company, through the front door like anybody's exports. */
export async function fillWithDemo(database: Database, folder: string, people: number): Promise<void> {
  const { files } = await writeDemoFiles(folder, {
    people,
    seed: 1,
    today: new Date('2026-11-21T00:00:00Z'),
  });
  const report = await importFiles(database, modules, { paths: files.map(({ path }) => path), folder });
  if (report.status !== 'DONE')
    throw new Error(`The demo company was not imported: ${JSON.stringify(report.totals)}`);
}
