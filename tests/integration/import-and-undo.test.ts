import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureApi } from '../../apps/api/bin/fresh.mjs';
import { checkoutRoot } from '../../apps/api/src/platform/environment/index.ts';
import { connectAs } from '../../apps/api/src/platform/postgres/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const main = join(checkoutRoot(import.meta.dirname), 'apps/api/dist/main.js');
let database: FreshDatabase;
let folder: string;
let file: string;

/** Runs `ancora import …` on the database of this file. */
function ancora(words: string[]) {
  const run = spawnSync(process.execPath, [main, 'import', ...words], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ANCORA_HOME: folder,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      LOG_LEVEL: 'warn',
    },
  });
  return { status: run.status, said: run.stderr, printed: run.stdout.trim() };
}

const customers = async (): Promise<number> =>
  connectAs(
    database.adminUrl,
    async (client) => (await client.query('SELECT count(*)::int AS n FROM customer')).rows[0].n,
  );

beforeAll(async () => {
  await ensureApi();
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'ancora-import-'));
  file = join(folder, 'people.csv');
  writeFileSync(
    file,
    'Record ID,First Name,Last Name,Email,Create Date\n1,Ada,Rossi,ada@firm.example,2026-01-05 10:00\n2,Ion,Pop,ion@firm.example,2026-01-06 10:00\n',
  );
});

afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the operator imports a file', { timeout: 180_000 }, () => {
  it('and is told first what would happen, while nothing does', async () => {
    const tried = JSON.parse(ancora([file, '--dry-run', '--json']).printed);
    expect(tried.totals).toMatchObject({ rows: 2, created: 2, rejected: 0 });
    expect(await customers()).toBe(0);
  });

  it('and asks the dry run for the rows that come to one thing, or for all, each as a line', async () => {
    const printed = (words: string[]) => ancora([file, '--dry-run', ...words]).printed.split('\n');
    expect(printed(['--rows', 'created']).slice(0, 2)).toEqual([
      'people.csv, line 2: created, Ada Rossi',
      'people.csv, line 3: created, Ion Pop',
    ]);
    const lines = printed(['--rows', 'all', '--json']).map((line) => JSON.parse(line));
    expect(lines.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'created'],
      [3, 'created'],
      [undefined, undefined],
    ]);
    expect(ancora([file, '--rows', 'created'])).toMatchObject({
      status: 1,
      said: expect.stringContaining('it needs --dry-run'),
    });
    expect(await customers()).toBe(0);
  });

  it('and takes it back, as if it had not happened', async () => {
    const report = JSON.parse(ancora([file, '--json']).printed);
    expect(report).toMatchObject({ status: 'DONE', totals: { rows: 2, accepted: 2, created: 2 } });
    expect(await customers()).toBe(2);
    const undone = ancora(['--undo', report.importId]);
    expect(undone).toMatchObject({ status: 0, printed: expect.stringMatching(/is undone/) });
    expect(await customers()).toBe(0);
    expect(ancora(['--undo', report.importId])).toMatchObject({
      status: 1,
      said: expect.stringMatching(/undone cannot be undone/),
    });
  });

  it('and reads in words what came of it', () => {
    expect(ancora([file]).printed).toMatch(/people\.csv \(hubspot-contacts\): 2 rows, 2 taken, 0 not/);
  });

  it('and is told in one sentence that there is no such file', () => {
    const missing = ancora([join(folder, 'nothing.csv')]);
    expect(missing.status).toBe(1);
    expect(missing.said).toMatch(/^There is no file .*nothing\.csv\.$/m);
  });

  it('and gets back what is not taken in, each row with its reason, to be mended and imported again', async () => {
    const mixed = join(folder, 'mixed.csv');
    const head = 'Record ID,First Name,Last Name,Email,Create Date';
    writeFileSync(
      mixed,
      `${head}\n7,Eva,Neri,eva@firm.example,2026-01-05 10:00\n,Nobody,,,2026-01-06 10:00\n`,
    );
    const put = join(folder, 'back');
    const { rejected, totals } = JSON.parse(ancora([mixed, '--rejected', put, '--json']).printed);
    expect(totals).toMatchObject({ rows: 2, created: 1, rejected: 1 });
    expect(rejected).toEqual([join(put, 'mixed.csv.rejected.csv')]);
    const [first, row, ...rest] = readFileSync(rejected[0], 'utf8').trimEnd().split(/\r?\n/);
    expect(first).toBe(`\ufeff${head},Line,Column,Reason`);
    expect(row).toMatch(/^,Nobody,,,2026-01-06 10:00,3,.+,.+/);
    expect(rest).toEqual([]);
  });
});
