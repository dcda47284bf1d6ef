import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepRunning } from './keep-running.ts';
import { findPlace, type Place } from './place.ts';
import { readPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';
import type { RunningPostgres } from './running-postgres.ts';
import { startPostgres } from './start-postgres.ts';
import { connectAs } from './urls.ts';

let home: string;
let place: Place;
let server: RunningPostgres;

const pidNow = () => readPostmaster(place.data)?.pid ?? 0;
const answers = () =>
  connectAs(server.appUrl, (client) => client.query('SELECT 1')).then(
    () => true,
    () => false,
  );
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 60_000; !(await holds()); await sleep(50))
    if (Date.now() > end) throw new Error('It did not come true within a minute.');
};

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'ancora-keep-'));
  chmodSync(home, 0o755);
  server = await startPostgres({ home, onlyTests: true });
  place = findPlace(home);
});
afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('an embedded PostgreSQL that is kept running', { timeout: 120_000 }, () => {
  const heard: string[] = [];

  it('is started again at its own address when it was killed, also while another program starts it, too', async () => {
    server.keepRunning({
      ended: () => heard.push('ended'),
      back: () => heard.push('back'),
      lost: ({ message }) => heard.push(message),
    });
    const killed = pidNow();
    process.kill(killed, 'SIGKILL');
    await until(() => heard.includes('back'));
    expect(heard).toEqual(['ended', 'back']);
    expect(pidNow()).not.toBe(killed);
    expect(await answers()).toBe(true);

    process.kill(pidNow(), 'SIGKILL');
    const joined = await startPostgres({ home, onlyTests: true });
    expect(joined.appUrl).toBe(server.appUrl);
    await until(answers);
  });

  it('waits for its port when somebody else has taken it meanwhile', async () => {
    heard.length = 0;
    const taker = createServer((socket) => socket.destroy());
    process.kill(pidNow(), 'SIGKILL');
    await until(() => {
      // On a busy machine the server can be back before we are: once more, then.
      if (heard.includes('back')) {
        heard.length = 0;
        process.kill(pidNow(), 'SIGKILL');
      }
      return new Promise<boolean>((resolve) => {
        taker.once('error', () => resolve(false));
        taker.listen(server.port, '127.0.0.1', () => resolve(true));
      });
    });
    await until(() => heard.includes('ended'));
    await sleep(1_500);
    expect(heard).toEqual(['ended']);
    await new Promise((resolve) => taker.close(resolve));
    await until(() => heard.includes('back'));
    expect(await answers()).toBe(true);
  });

  it('is given up with the reason when it does not come back in time', async () => {
    const address = { port: server.port, socketFolder: undefined };
    const nowhere = { ...place, data: join(home, 'nowhere') };
    let tries = 0;
    const again = async () => {
      tries += 1;
      throw new Error('No space left on device');
    };
    const told = await new Promise<Error>((lost) => {
      keepRunning(nowhere, address, again, { ended: () => {}, back: () => {}, lost }, 1_500);
    });
    expect(told.message).toBe('PostgreSQL ended and does not come back: No space left on device');
    expect(tries).toBeGreaterThan(1);
  });

  it('is left alone once it was stopped', async () => {
    const last = pidNow();
    await server.stop();
    await sleep(1_000);
    expect(isAlive(last)).toBe(false);
    expect(pidNow()).toBe(0);
  });
});
