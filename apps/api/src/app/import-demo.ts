import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reckonArms } from '#modules/content';
import { type ImportReport, importFiles } from '#modules/intake';
import { lookForObstacles } from '#modules/obstacles';
import { fitRepeatBuyers } from '#modules/sales';
import { type DemoFiles, writeDemoFiles } from '../seed/index.ts';
import { modules } from './modules.ts';
import type { House } from './open-house.ts';
import type { Progress } from './progress.ts';

/** Which demo company, and who wants to know how far it is. */
export interface DemoOrder {
  readonly people: number;
  readonly seed: number;
  readonly tell: (progress: Progress) => void;
  /** True stops after the rows in hand; the import goes on at the next start. */
  readonly stopped?: () => boolean;
}

/** By which name its customers know the demo company. */
export const demoCompany = 'Casa Marea';

/** What every first start gets: large enough to look like a firm, small enough to wait for. */
export const usualDemo = { people: 2_000, seed: 1 };

/** Writes the exports of the demo company and imports them through the front door, as an operator would. */
export async function importDemo(
  house: House,
  order: DemoOrder,
): Promise<{ written: DemoFiles; report: ImportReport }> {
  const { people, seed, tell } = order;
  const folder = join(house.environment.home, 'demo');
  await rm(folder, { recursive: true, force: true });
  const written = await writeDemoFiles(folder, {
    people,
    seed,
    today: new Date(),
    onProgress: (done, of) => tell({ doing: 'Writing the exports of the demo company', done, of }),
  });
  const of = written.files.reduce((sum, file) => sum + file.rows, 0);
  const positions = new Map<string, number>();
  const report = await importFiles(house.database, modules, {
    paths: written.files.map((file) => file.path),
    // Its CRM keeps deals in one currency and does not say which; its shop says it of every order.
    unsaid: { currency: 'EUR' },
    ...(order.stopped ? { stopped: order.stopped } : {}),
    onProgress({ file, position }) {
      positions.set(file, position);
      const done = [...positions.values()].reduce((sum, rows) => sum + rows, 0);
      tell({ doing: 'Importing the demo company', done, of: Math.max(of, done) });
    },
  });
  // What content did can be told once everybody stands where the whole import leaves them.
  await house.database.transaction((tx) => reckonArms(tx, new Date()));
  await fitRepeatBuyers(house.database, new Date());
  await lookForObstacles(house.database, new Date());
  return { written, report };
}
