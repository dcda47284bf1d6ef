import { readFileSync } from 'node:fs';
import pg from 'pg';

/** Milliseconds of processor time that processes have used so far; `undefined` where /proc does not tell. */
export function processorTime(pids: readonly number[]): number | undefined {
  let ticks = 0;
  for (const pid of pids) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      return undefined;
    }
  }
  return ticks * 10;
}

/** The same of the first thread of a process alone: the one that answers, whatever others work beside it. */
function mainThreadTime(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000_000;
  } catch {
    return undefined;
  }
}

/** Milliseconds of processor time until now; nothing where /proc does not tell. */
export type ProcessorTimes = ReturnType<Awaited<ReturnType<typeof watchProcessor>>>;

/**
 * Watches the processor time of a server and of the PostgreSQL connections it opened, told by the name it gives them. On a
 * busy machine this is the figure that stands still: requests per second are shared with whoever else is there.
 */
export async function watchProcessor(databaseUrl: string, pid: number, applicationName: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE application_name = $1',
    [applicationName],
  );
  await client.end();
  // A connection that rested too long is closed meanwhile, and used nothing since.
  const seen = new Map(rows.map((row) => [row.pid, processorTime([row.pid]) ?? 0]));
  return () => {
    for (const backend of seen.keys()) seen.set(backend, processorTime([backend]) ?? seen.get(backend)!);
    const server = processorTime([pid]);
    const postgres = server === undefined ? undefined : [...seen.values()].reduce((sum, ms) => sum + ms, 0);
    return { server, mainThread: mainThreadTime(pid), postgres };
  };
}
