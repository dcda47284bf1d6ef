import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureApi } from '../../apps/api/bin/fresh.mjs';
import { checkoutRoot } from '../../apps/api/src/platform/environment/index.ts';
import { connectAs } from '../../apps/api/src/platform/postgres/index.ts';
import { writeDemoFiles } from '../../apps/api/src/seed/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { startAncora } from '../support/start-ancora.ts';

const main = join(checkoutRoot(import.meta.dirname), 'apps/api/dist/main.js');
let folder: string;
let paths: string[];
let calm: FreshDatabase;
let killed: FreshDatabase;

const on = (database: FreshDatabase) => ({
  DATABASE_URL: database.ownerUrl,
  DATABASE_APP_URL: database.appUrl,
});

/** `ancora import` of all files of a small demo company. */
const importInto = (database: FreshDatabase) =>
  spawn(process.execPath, [main, 'import', ...paths, '--json'], {
    env: { ...process.env, ANCORA_HOME: folder, LOG_LEVEL: 'warn', ...on(database) },
    stdio: 'ignore',
  });

const ask = async <Row>(database: FreshDatabase, sql: string): Promise<Row> =>
  connectAs(database.adminUrl, async (client) => (await client.query(sql)).rows[0] as Row);

/** What an import leaves behind, told without the ids that are drawn at random. */
const left = (database: FreshDatabase) =>
  ask<Record<string, unknown>>(
    database,
    `SELECT (SELECT count(*)::int FROM signal) AS signals,
            (SELECT count(*)::int FROM customer) AS customers,
            (SELECT count(*)::int FROM source_record) AS records,
            (SELECT count(*)::int FROM ticket) AS tickets,
            (SELECT count(*)::int FROM message) AS messages,
            (SELECT count(*)::int FROM deal) AS deals,
            (SELECT md5(string_agg(display_name || coalesce(email, ''), '|' ORDER BY display_name, email)) FROM customer) AS names,
            (SELECT md5(string_agg(at || kind || title, '|' ORDER BY at, kind, title)) FROM timeline_entry) AS timeline`,
  );

beforeAll(async () => {
  await ensureApi();
  folder = mkdtempSync(join(tmpdir(), 'ancora-kill-'));
  const written = await writeDemoFiles(join(folder, 'files'), {
    people: 120,
    seed: 7,
    today: new Date('2026-11-01'),
  });
  paths = written.files.map((file) => file.path);
  [calm, killed] = [await freshDatabase(), await freshDatabase()];
});

afterAll(async () => {
  await Promise.all([calm?.drop(), killed?.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

describe('an import in the middle of which everything was killed', () => {
  it('goes on at the next start, with the same result as one that nobody disturbed', async () => {
    const undisturbed = importInto(calm);
    expect(await new Promise((resolve) => undisturbed.once('exit', resolve))).toBe(0);
    const whole = await left(calm);

    const disturbed = importInto(killed);
    const gone = new Promise((resolve) => disturbed.once('exit', (_code, signal) => resolve(signal)));
    const signals = async () => (await ask<{ n: number }>(killed, 'SELECT count(*)::int AS n FROM signal')).n;
    while ((await signals()) < 300) await sleep(20);
    disturbed.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');
    expect(await signals()).toBeLessThan(Number(whole.signals));

    const ancora = await startAncora({ home: folder, env: on(killed) });
    const status = async () =>
      (await ask<{ status: string }>(killed, 'SELECT status FROM import_run')).status;
    while ((await status()) === 'RUNNING') await sleep(100);
    expect(await status()).toBe('DONE');
    expect(await ancora.stop()).toBe(0);
    expect(await left(killed)).toEqual(whole);
  }, 240_000);
});
