import { type ChildProcess, spawn } from 'node:child_process';
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
import { eventually } from '../support/eventually.ts';
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

/**
 * Begins an import into `database` and kills it in the middle: it is held at the end of the first set that comes after 300 rows, so that
 * neither a slow nor a quick machine decides where it is.
 */
async function killInTheMiddle(database: FreshDatabase, begin: () => ChildProcess): Promise<void> {
  await connectAs(database.ownerUrl, (client) =>
    client.query(`
      CREATE FUNCTION hold_in_the_middle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF (SELECT sum(position) FROM import_file) >= 300 THEN PERFORM pg_advisory_xact_lock(300); END IF; RETURN NEW; END $$;
      CREATE TRIGGER hold_in_the_middle BEFORE UPDATE ON import_file
        FOR EACH ROW WHEN (NEW.position > OLD.position) EXECUTE FUNCTION hold_in_the_middle()`),
  );
  await connectAs(database.adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(300)');
    const disturbed = begin();
    const gone = new Promise((resolve) => disturbed.once('exit', (_code, signal) => resolve(signal)));
    await eventually(async () => {
      const { rows } = await client.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 300 AND NOT granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      expect(rows).toHaveLength(1);
    }, 120_000);
    disturbed.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');
  });
  // Waits until PostgreSQL has let go of what the killed one was at.
  await connectAs(database.ownerUrl, (client) =>
    client.query('DROP TRIGGER hold_in_the_middle ON import_file; DROP FUNCTION hold_in_the_middle()'),
  );
}

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

    const signals = async () => (await ask<{ n: number }>(killed, 'SELECT count(*)::int AS n FROM signal')).n;
    await killInTheMiddle(killed, () => importInto(killed));
    expect(await signals()).toBeGreaterThan(0);
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
