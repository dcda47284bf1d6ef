import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureApi } from '../../apps/api/bin/fresh.mjs';
import { checkoutRoot } from '../../apps/api/src/platform/environment/index.ts';
import { findPlace } from '../../apps/api/src/platform/postgres/place.ts';
import { readPostmaster, stopPostmaster } from '../../apps/api/src/platform/postgres/postmaster.ts';

/** How to start the product for a test. */
export interface StartOptions {
  /** Folder of its data; without it a new one, gone after `stop`. */
  home?: string;
  /** More environment: `DEMO`, `DATABASE_URL` … An empty database stays empty unless `DEMO` says otherwise. */
  env?: Record<string, string>;
  patienceMs?: number;
  /** Through a shell, as npm starts it: `child` is the shell then. */
  asNpmDoes?: boolean;
}

/** The product as an operator runs it: a process of its own on a port of its own. */
export interface StartedAncora {
  readonly address: string;
  readonly home: string;
  readonly child: ChildProcess;
  /** All it wrote so far. */
  output(): string;
  /** Ctrl-C; gives the exit code. The data stay when `home` was given. */
  stop(): Promise<number | null>;
  /** No chance to tidy up. PostgreSQL survives it and is found by the next start with the same `home`. */
  kill(): Promise<void>;
}

/** Builds the product if its sources changed, and starts it with `ancora start`. */
export async function startAncora(options: StartOptions = {}): Promise<StartedAncora> {
  await ensureApi();
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'ancora-run-'));
  const words = [
    // As `npm start` runs it.
    '--max-semi-space-size=64',
    '--heap-growing-percent=200',
    join(checkoutRoot(import.meta.dirname), 'apps/api/dist/main.js'),
    'start',
  ];
  const child = spawn(
    options.asNpmDoes ? 'sh' : process.execPath,
    options.asNpmDoes ? ['-c', '"$0" "$@"; exit $?', process.execPath, ...words] : words,
    {
      env: {
        ...process.env,
        PORT: '0',
        HOST: '127.0.0.1',
        DEMO: '0',
        LOG_LEVEL: 'warn',
        // As `npm start` runs it.
        NODE_ENV: 'production',
        ANCORA_HOME: home,
        // Not what started the tests.
        npm_lifecycle_event: options.asNpmDoes ? 'start' : '',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let written = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Not ready in time:\n${written}`)),
      options.patienceMs ?? 120_000,
    );
    const hear = (piece: Buffer) => {
      written += piece;
      const found = /Ancora is ready: (\S+)/.exec(written)?.[1];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`It ended with ${code}:\n${written}`));
    });
  }).catch((error) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    address,
    home,
    child,
    output: () => written,
    async stop() {
      child.kill('SIGINT');
      const code = await ended;
      if (!options.home) await forget(home);
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Stops what may still run on these data and deletes them. */
export async function forget(home: string): Promise<void> {
  const { folder, data } = findPlace(home);
  const left = readPostmaster(data);
  if (left) await stopPostmaster(left.pid);
  rmSync(folder, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}
