import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlace } from './place.ts';
import { readPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';
import type { RunningPostgres } from './running-postgres.ts';
import { startPostgres } from './start-postgres.ts';
import { connectAs } from './urls.ts';

let home: string;
let server: RunningPostgres;

const start = () => startPostgres({ home, onlyTests: true });
const ask = (url: string, sql: string) => connectAs(url, async (client) => (await client.query(sql)).rows);
const pidNow = () => readPostmaster(findPlace(home).data)?.pid ?? 0;

/** Starts the same server in a process of its own, and kills that process without a chance to tidy up. */
const startElsewhereAndKill = () =>
  new Promise<void>((resolve, reject) => {
    const module = pathToFileURL(join(import.meta.dirname, 'start-postgres.ts')).href;
    const script = `import { startPostgres } from ${JSON.stringify(module)};
      await startPostgres({ home: ${JSON.stringify(home)}, onlyTests: true });
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('exit', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error('not killed'))));
  });

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'ancora-home-'));
  chmodSync(home, 0o755);
  server = await start();
});

afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('keeps its passwords where only the operator reads them', () => {
    expect(statSync(findPlace(home).secrets).mode & 0o077).toBe(0);
  });

  it('gives the application a login that is neither superuser nor owner, and whose statements end in time', async () => {
    const [login] = await ask(
      server.appUrl,
      `SELECT r.rolsuper, r.rolbypassrls, r.rolcreaterole, pg_has_role(d.datdba, 'MEMBER') AS owns,
              current_setting('statement_timeout') AS timeout
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    );
    expect(login).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      owns: false,
      timeout: '10s',
    });
  });

  it('lets the application read and write what migrations make, but not change its shape', async () => {
    await ask(server.ownerUrl, 'CREATE TABLE note (id int PRIMARY KEY, body text)');
    await ask(server.appUrl, `INSERT INTO note VALUES (1, 'hello')`);
    expect(await ask(server.appUrl, 'SELECT body FROM note')).toEqual([{ body: 'hello' }]);
    await expect(ask(server.appUrl, 'ALTER TABLE note ADD COLUMN x int')).rejects.toThrow(/must be owner/);
    await expect(ask(server.appUrl, 'TRUNCATE note')).rejects.toThrow(/permission denied/);
    await expect(ask(server.appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
  });

  it('refuses a wrong password, also on the loopback address', async () => {
    await expect(
      ask(`postgresql://postgres:guess@127.0.0.1:${server.port}/postgres`, 'SELECT 1'),
    ).rejects.toThrow(/password authentication failed/);
  });

  it('can use the extensions that the product needs, as the owner', async () => {
    for (const extension of ['pg_trgm', 'unaccent', 'citext', 'btree_gin', 'fuzzystrmatch', 'pgcrypto'])
      await ask(server.ownerUrl, `CREATE EXTENSION IF NOT EXISTS ${extension}`);
  });

  it('is joined, not started twice, when two starts meet', async () => {
    const pid = pidNow();
    const others = await Promise.all([start(), start(), start()]);
    expect(pidNow()).toBe(pid);
    expect(new Set(others.map((other) => other.appUrl))).toEqual(new Set([server.appUrl]));
  });

  it('outlives a killed program, is found again by the next start with its data, and then stops cleanly', async () => {
    await server.stop();
    expect(pidNow()).toBe(0);
    await startElsewhereAndKill();
    const orphan = pidNow();
    expect(isAlive(orphan)).toBe(true);
    server = await start();
    expect(pidNow()).toBe(orphan);
    expect(await ask(server.appUrl, 'SELECT count(*)::int AS notes FROM note')).toEqual([{ notes: 1 }]);
    await server.stop();
    expect(isAlive(orphan)).toBe(false);
  });

  it('recovers when PostgreSQL itself was killed', async () => {
    server = await start();
    process.kill(pidNow(), 'SIGKILL');
    server = await start();
    expect(await ask(server.appUrl, 'SELECT count(*)::int AS notes FROM note')).toEqual([{ notes: 1 }]);
  });
});

describe.skipIf(process.getuid?.() !== 0)('started by root below a closed home folder', () => {
  it('keeps its data where the server can reach it, and finds it again', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'ancora-closed-'));
    chmodSync(closed, 0o700);
    const first = await startPostgres({ home: closed, onlyTests: true });
    const { folder } = findPlace(closed);
    try {
      await ask(first.ownerUrl, 'CREATE TABLE note (id int)');
      await first.stop();
      const second = await startPostgres({ home: closed, onlyTests: true });
      expect(await ask(second.appUrl, 'SELECT count(*)::int AS notes FROM note')).toEqual([{ notes: 0 }]);
      await second.stop();
      expect(folder.startsWith(closed)).toBe(false);
    } finally {
      rmSync(closed, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
