import pg from 'pg';
import type { Log } from '#platform/log';

/** Half of an advisory lock's number: the other half is the name of a process's workers. */
const locksOfWorkers = 7_266_002;

/** Says which workers of this process live, and frees the jobs of those that no longer do. */
export interface LivingWorkers {
  /** `name`: what graphile-worker writes beside the jobs that this process has in hand. */
  add(name: string): void;
  /** Gives the jobs that a killed process held back to the others; returns how many processes had died. */
  freeDead(): Promise<number>;
  close(): Promise<void>;
}

/**
 * A process that is killed keeps its jobs locked for four hours, as graphile-worker sees it. A lock of PostgreSQL ends with its
 * connection: each process holds one in its workers' name, and jobs held by a name without a lock are free.
 */
export async function openLivingWorkers(url: string, log: Log): Promise<LivingWorkers> {
  const names = new Set<string>();
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const hold = (name: string) =>
    client
      ?.query('SELECT pg_try_advisory_lock($1, hashtext($2))', [locksOfWorkers, name])
      .catch((error) => log.debug({ err: error }, 'A worker’s lock was not had'));

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'ancora-workers',
      keepAlive: true,
    });
    const again = () => {
      if (client === fresh) client = undefined;
      if (closed || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        void connect();
      }, 1_000);
    };
    fresh.on('error', again);
    fresh.on('end', again);
    try {
      await fresh.connect();
      client = fresh;
      for (const name of names) await hold(name);
    } catch {
      again();
    }
  };
  await connect();

  return {
    add(name) {
      names.add(name);
      void hold(name);
    },
    async freeDead() {
      if (!client) return 0;
      const { rows } = await client.query<{ dead: string[] | null }>(
        `SELECT array_agg(DISTINCT job.locked_by) AS dead FROM graphile_worker.jobs job
          WHERE job.locked_by IS NOT NULL AND job.locked_by <> ALL ($2::text[])
            AND NOT EXISTS (
              SELECT FROM pg_locks held
               WHERE held.locktype = 'advisory' AND held.classid = $1::bigint::oid
                 AND held.objid = (hashtext(job.locked_by)::bigint & 4294967295)::oid
                 AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
        [locksOfWorkers, [...names]],
      );
      const dead = rows[0]?.dead ?? [];
      if (dead.length > 0) await client.query('SELECT graphile_worker.force_unlock_workers($1)', [dead]);
      return dead.length;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
