import type { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { connections } from './connections.ts';
import type { Tx } from './db.ts';

/** How long nothing may be taken in before it is plain that PostgreSQL is busy with what it has. */
const patienceMs = 0.3;

/**
 * Lets go of the thread while PostgreSQL takes in what was written to it. A socket holds some 200 kB: of a larger statement the rest stays
 * here until the thread is let go, and PostgreSQL, which begins when it has all of it, waits for whatever the program makes ready meanwhile.
 */
export async function handOver(tx: Tx): Promise<void> {
  const client = connections.get(tx) as { connection: { stream: Duplex } } | undefined;
  const stream = client?.connection.stream;
  let left = stream?.writableLength ?? 0;
  for (let since = performance.now(); stream && left > 0; ) {
    await turn();
    const still = stream.writableLength;
    if (still < left) since = performance.now();
    else if (performance.now() - since > patienceMs) return;
    left = still;
  }
}
