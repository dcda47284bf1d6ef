import { modules } from '../../apps/api/src/app/index.ts';
import { importFiles } from '../../apps/api/src/modules/intake/index.ts';
import { countFigures, overrideStage } from '../../apps/api/src/modules/journey/index.ts';
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
  // What people here add to it: their own word on where some stand, and the figures of everybody.
  const viewer = { kind: 'user' as const, id: null, name: 'Sara', role: 'sales-rep', department: 'sales' };
  const some = await database.query<{ id: string; stage: string }>(
    'SELECT customer_id AS id, stage FROM customer_stage ORDER BY customer_id LIMIT 5',
  );
  for (const { id, stage } of some) {
    const wish = {
      customerId: id,
      stage: stage === 'choice' ? 'need' : 'choice',
      reason: 'Said so at the fair',
    };
    await database.transaction((tx) => overrideStage(tx, viewer, wish, new Date('2026-11-21T10:00:00Z')));
  }
  await countFigures(database, new Date('2026-11-21T12:00:00Z'));
}
