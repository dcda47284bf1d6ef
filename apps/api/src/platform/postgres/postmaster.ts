import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresTrouble } from './postgres-trouble.ts';
import { isAlive, isPostgres } from './processes.ts';

/** A running server, as its own `postmaster.pid` describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly status: string;
}

const pidFile = (data: string) => join(data, 'postmaster.pid');

/** Reads the description, or `undefined` when there is none (yet). */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const [pid, , , port, socketFolder, , , status] = readFileSync(pidFile(data), 'utf8').split('\n');
    return {
      pid: Number(pid),
      port: Number(port),
      socketFolder: socketFolder ?? '',
      status: (status ?? '').trim(),
    };
  } catch {
    return undefined;
  }
}

/** A server left by a killed process: waits until it is ready and returns it, or clears its stale mark. */
export async function findRunning(data: string, patienceMs = 60_000): Promise<Postmaster | undefined> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = readPostmaster(data);
    if (!found || !isAlive(found.pid)) return undefined;
    if (!isPostgres(found.pid)) {
      // The number belongs to another program now, and PostgreSQL would refuse to start because of it.
      rmSync(pidFile(data), { force: true });
      return undefined;
    }
    if (found.status === 'ready') return found;
    if (Date.now() > until)
      throw new PostgresTrouble(
        `A PostgreSQL on ${data} (process ${found.pid}) is still "${found.status}". Stop it and try again.`,
      );
    await sleep(50);
  }
}

/**
 * Stops a server and waits until its process has ended: connections are ended and everything is written; if that takes too
 * long, it recovers at the next start. That its `postmaster.pid` is gone is not enough: PostgreSQL takes it away a moment
 * before it gives back its memory, and then ends.
 */
export async function stopPostmaster(pid: number, patienceMs = 20_000): Promise<void> {
  const signals: [NodeJS.Signals, number][] = [
    ['SIGINT', patienceMs],
    ['SIGQUIT', 5_000],
  ];
  for (const [signal, patience] of signals) {
    if (!isPostgres(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const until = Date.now() + patience;
    while (Date.now() < until) {
      if (!isPostgres(pid)) return;
      await sleep(20);
    }
  }
  throw new PostgresTrouble(`PostgreSQL (process ${pid}) does not stop.`);
}
