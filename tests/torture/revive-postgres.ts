import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Starts a killed PostgreSQL again exactly as it was started before, on its own port, the way a supervisor does. */
export async function revivePostgres(data: string, url: string): Promise<void> {
  const line = readFileSync(join(data, 'postmaster.opts'), 'utf8').trim();
  const [program, ...args] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  const { uid, gid } = statSync(data);
  const isRoot = process.getuid?.() === 0;
  const until = Date.now() + 60_000;
  for (;;) {
    const child = spawn(program!, args, { stdio: 'ignore', detached: true, ...(isRoot ? { uid, gid } : {}) });
    child.unref();
    // Its last processes may still hold the memory of the one that was killed: it then ends at once and is started again.
    for (let look = 0; look < 40 && child.exitCode === null; look += 1) {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        await client.end().catch(() => undefined);
        await sleep(100);
      }
    }
    if (Date.now() > until) throw new Error('PostgreSQL does not come back.');
    await sleep(200);
  }
}
