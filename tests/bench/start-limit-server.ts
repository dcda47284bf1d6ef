import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts the limit as a process of its own, so that it has an event loop to itself as the product does. */
export async function startLimitServer(
  databaseUrl: string,
): Promise<{ port: number; pid: number; stop(): Promise<unknown> }> {
  const child = spawn(
    process.execPath,
    // The same heap as the product has, so that only what is compared differs.
    [
      '--max-semi-space-size=64',
      '--heap-growing-percent=200',
      '--import',
      'tsx',
      join(import.meta.dirname, 'limit-server.ts'),
      databaseUrl,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    port: Number(line.toString()),
    pid: child.pid!,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
