import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutRoot } from '../../apps/api/src/platform/environment/index.ts';
import { findPlace } from '../../apps/api/src/platform/postgres/place.ts';
import { readPostmaster } from '../../apps/api/src/platform/postgres/postmaster.ts';
import { isAlive } from '../../apps/api/src/platform/postgres/processes.ts';
import { withLock } from '../../apps/api/src/platform/postgres/start-lock.ts';
import { forget, startAncora } from '../support/start-ancora.ts';

const main = join(checkoutRoot(import.meta.dirname), 'apps/api/dist/main.js');
let home: string;

/** Runs the command line to its end. */
const ancora = (words: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [main, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ANCORA_HOME: home, ...env },
  });

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'ancora-start-'));
  chmodSync(home, 0o755);
});

afterAll(() => forget(home));

describe('the operator starts and stops Ancora', { timeout: 180_000 }, () => {
  it('is ready when it says so, and Ctrl-C stops all of it, PostgreSQL included', async () => {
    const running = await startAncora({ home });
    expect((await fetch(`${running.address}/health/ready`)).status).toBe(200);
    const postgres = readPostmaster(findPlace(home).data)?.pid ?? 0;
    expect(isAlive(postgres)).toBe(true);
    expect(await running.stop()).toBe(0);
    expect(isAlive(postgres)).toBe(false);
    expect(running.output()).not.toMatch(/error/i);
  });

  it('stops all of it when `npm start` is asked to end, which tells only the shell between them', async () => {
    const running = await startAncora({ home, asNpmDoes: true });
    const postgres = readPostmaster(findPlace(home).data)?.pid ?? 0;
    expect(isAlive(postgres)).toBe(true);
    running.child.kill('SIGTERM');
    const isServed = () =>
      fetch(`${running.address}/health/live`).then(
        () => true,
        () => false,
      );
    await expect.poll(isServed, { timeout: 30_000, interval: 100 }).toBe(false);
    await expect.poll(() => isAlive(postgres), { timeout: 30_000, interval: 100 }).toBe(false);
  });

  it('starts again after it was killed, on the same PostgreSQL', async () => {
    const first = await startAncora({ home });
    const postgres = readPostmaster(findPlace(home).data)?.pid;
    await first.kill();
    const second = await startAncora({ home });
    expect(readPostmaster(findPlace(home).data)?.pid).toBe(postgres);
    expect(await second.stop()).toBe(0);
  });

  it('leaves PostgreSQL running for the one who still uses it', async () => {
    const running = await startAncora({ home });
    const other = ancora(['migrate', '--json']);
    expect(JSON.parse(other.stdout.trim().split('\n').at(-1)!)).toEqual({ migrated: [] });
    expect((await fetch(`${running.address}/health/ready`)).status).toBe(200);
    await running.stop();
  });

  it('brings PostgreSQL back when somebody kills it, and says meanwhile that it is not ready', async () => {
    const running = await startAncora({ home });
    const before = readPostmaster(findPlace(home).data)!;
    const heard = new Set<number>();
    const ready = async () => {
      const { status } = await fetch(`${running.address}/health/ready`);
      heard.add(status);
      return status;
    };
    expect(await ready()).toBe(200);
    // Nobody starts it while we hold the lock: however quick the machine is, somebody can ask meanwhile.
    await withLock(findPlace(home).lock, async () => {
      process.kill(before.pid, 'SIGKILL');
      // Its connections may outlive it by a moment, so the first answer can still be that all is well.
      await expect.poll(ready, { timeout: 60_000 }).toBe(503);
    });
    await expect.poll(ready, { timeout: 60_000 }).toBe(200);
    expect([...heard].sort()).toEqual([200, 503]);
    const after = readPostmaster(findPlace(home).data)!;
    expect(after.pid).not.toBe(before.pid);
    expect(after.port).toBe(before.port);
    expect(await running.stop()).toBe(0);
    expect(running.output()).toMatch(/PostgreSQL ended; starting it again[\s\S]*PostgreSQL is back/);
    expect(isAlive(after.pid)).toBe(false);
  });

  it('says in one sentence which variable is wrong', () => {
    const told = ancora(['start'], { PORT: 'many' });
    expect(told.status).toBe(1);
    expect(told.stderr.trim()).toBe('PORT must be a whole number from 0 to 65535');
  });

  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const told = ancora(['start'], { PORT: String(port) });
    other.close();
    expect(told.status).toBe(1);
    expect(told.stderr).toMatch(new RegExp(`^Port ${port} is taken`));
  });

  it.each([['start'], ['migrate']])('explains %s', (verb) => {
    const told = ancora([verb, '--help']);
    expect(told.status).toBe(0);
    expect(told.stdout).toContain(`ancora ${verb}`);
  });
});
