import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureApi } from '../../apps/api/bin/fresh.mjs';
import { lookForObstacles } from '../../apps/api/src/modules/obstacles/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { cutSet } from '../eval/science/cut-set.ts';
import { DataFolder } from '../eval/science/data-folder.ts';
import { realSets } from '../eval/science/sets.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const root = resolve(import.meta.dirname, '../..');
const main = join(root, 'apps/api/dist/main.js');
const folder = [process.env.ANCORA_SAMPLES, join(root, '../shared/data')]
  .flatMap((base) => (base ? [join(base, 'cx')] : []))
  .find((each) => existsSync(each));

let fresh: FreshDatabase;
let database: Database;
let home: string;
beforeAll(async () => {
  if (!folder) return;
  await ensureApi();
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
  home = mkdtempSync(join(tmpdir(), 'ancora-sets-'));
}, 180_000);
afterAll(async () => {
  if (!folder) return;
  await database.close();
  await fresh.drop();
  rmSync(home, { recursive: true, force: true });
});

/** Runs `ancora import` as an operator does. */
function bringIn(path: string, source: string) {
  const run = spawnSync(process.execPath, [main, 'import', '--source', source, '--json', path], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ANCORA_HOME: home,
      DATABASE_URL: fresh.ownerUrl,
      DATABASE_APP_URL: fresh.appUrl,
      LOG_LEVEL: 'warn',
    },
  });
  expect(run.status, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
}

/** Shares of many rows differ in their last digit by the order of adding up. */
const nearly = (figures: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? expect.closeTo(value, 9) : value,
    ]),
  );

describe.skipIf(!folder)(
  'real sets through the product (skipped where the data of others are not at hand)',
  () => {
    it.each(realSets)(
      '$name: every hundredth of what belongs together gives in the database what its rows give',
      async (set) => {
        const { path, rows } = await cutSet(new DataFolder(folder!), set, home, 100);
        const { files, totals } = bringIn(path, set.name);
        expect(files[0].format).toBe(set.format);
        expect([totals.rows, totals.accepted + totals.rejected, totals.rejected]).toEqual([
          rows.length,
          rows.length,
          0,
        ]);
        await lookForObstacles(database, new Date());
        expect(await set.ask(database, set.name)).toEqual(nearly(set.read(rows)));
      },
      180_000,
    );

    it('nobody of one set is anybody of another, and who has no name stays alone', async () => {
      const shared = await database.query(
        `SELECT customer_id FROM source_record WHERE kind = 'person' GROUP BY 1 HAVING count(*) > 1`,
      );
      expect(shared).toEqual([]);
      const named = await database.query(
        `SELECT FROM identifier i JOIN source_record r ON r.id = i.source_record_id JOIN source s ON s.id = r.source_id WHERE s.key = 'bank'`,
      );
      expect(named).toEqual([]);
    });
  },
);
