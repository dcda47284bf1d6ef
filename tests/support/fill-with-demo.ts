import { modules } from '../../apps/api/src/app/index.ts';
import { importFiles } from '../../apps/api/src/modules/intake/index.ts';
import { countFigures, overrideStage } from '../../apps/api/src/modules/journey/index.ts';
import { fitRepeatBuyers } from '../../apps/api/src/modules/sales/index.ts';
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
  await fitRepeatBuyers(database, new Date('2026-11-21T12:00:00Z'));
  // So few buyers pass no gate: let what is read of a forecast have numbers all the same.
  await database.query(
    `UPDATE repeat_buyer SET alive = 0.83333, expected90 = 0.45678, expected365 = 1.84567, low365 = 0, high365 = 5, again365 = 0.7654,
            basket = 41.234, value365 = 76.10567 WHERE purchases > 1`,
  );
  await database.query(
    `INSERT INTO customer_behaviour (customer_id, value, day, settings) SELECT DISTINCT customer_id, 0.654321, day, 'repeat-1' FROM repeat_buyer WHERE purchases > 1`,
  );
}
