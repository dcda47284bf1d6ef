import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { PostgresTrouble } from './postgres-trouble.ts';
import { type Postmaster, readPostmaster } from './postmaster.ts';

const plainEnvironment = () => ({ PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' });

/** Makes the data folder of a new server. It gets its name last, so a half-made one is never opened. */
export function initialise(
  place: Place,
  binaries: Binaries,
  adminPassword: string,
  onlyTests: boolean,
): void {
  const half = `${place.data}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = `${place.data}.password`;
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  try {
    if (place.account) {
      chownSync(half, place.account.uid, place.account.gid);
      chownSync(passwordFile, place.account.uid, place.account.gid);
    }
    const run = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${half}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        // Who commits when a file of the log is full makes the next one, and everybody waits: 20 ms for one of 16 MB (decision 0077).
        '--wal-segsize=4',
        ...(onlyTests ? ['--no-sync'] : []),
      ],
      { ...place.account, encoding: 'utf8', env: plainEnvironment(), cwd: '/' },
    );
    if (run.status !== 0)
      throw new PostgresTrouble(
        `PostgreSQL could not make its data folder ${half}: ${(run.error?.message ?? run.stderr).trim()}`,
      );
    renameSync(half, place.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A folder for the socket that belongs to the server's account alone; somebody else's folder of that name is not used. */
function makeSocketFolder(place: Place): string {
  let folder = place.socketFolder;
  const uid = place.account?.uid ?? process.getuid?.();
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o755 });
  else if (lstatSync(folder).isSymbolicLink() || lstatSync(folder).uid !== uid)
    folder = mkdtempSync(join(tmpdir(), 'ancora-'));
  if (place.account) chownSync(folder, place.account.uid, place.account.gid);
  chmodSync(folder, 0o755);
  return folder;
}

const isFree = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** The port that is wished for, if nobody has it, or any other that is free. */
async function freePort(wished: number | undefined): Promise<number> {
  const port = (wished && (await isFree(wished))) || (await isFree(0));
  if (!port) throw new PostgresTrouble('This machine has no free port on 127.0.0.1 for PostgreSQL.');
  return port;
}

const lastLines = (file: string) => readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n');

/**
 * Starts the server as a process group of its own (Ctrl-C in the terminal must not reach it before us) and waits until it is
 * ready. It listens on `onPort` and no other; without one, where the last server was that was killed, since others may know it
 * by that, or on any port that is free.
 */
export async function launch(
  place: Place,
  binaries: Binaries,
  settings: Record<string, string>,
  onPort?: number,
  patienceMs = 120_000,
): Promise<Postmaster> {
  const port = onPort ?? (await freePort(readPostmaster(place.data)?.port));
  const sockets = process.platform === 'win32' ? '' : makeSocketFolder(place);
  const told = {
    ...settings,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: sockets,
  };
  const log = openSync(place.log, 'w', 0o600);
  const child = spawn(
    binaries.postgres,
    ['-D', place.data, ...Object.entries(told).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    {
      ...place.account,
      env: plainEnvironment(),
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? code}`;
  });
  child.unref();
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(10)) {
    if (ended) throw new PostgresTrouble(`PostgreSQL did not start (${ended}):\n${lastLines(place.log)}`);
    const found = readPostmaster(place.data);
    if (found?.pid === child.pid && found?.status === 'ready') return found;
  }
  child.kill('SIGINT');
  throw new PostgresTrouble(`PostgreSQL was not ready in time:\n${lastLines(place.log)}`);
}
