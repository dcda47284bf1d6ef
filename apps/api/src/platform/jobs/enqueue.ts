import type { Tx } from '#platform/database';
import type { Job } from './job.ts';

/** How a job waits. */
export interface EnqueueOptions {
  /** Not before this moment; by default at once. */
  readonly at?: Date;
  /** A job that waits under the same key is replaced, payload and time: ask as often as you like, it is done once. */
  readonly key?: string;
}

/**
 * Asks for a job in the transaction of what it belongs to: it exists when that is committed and never otherwise. Its NOTIFY makes
 * commits queue for a moment, so it is not for paths that take in thousands of signals: let a cron job find what is due there.
 */
export function enqueue<Payload extends object>(
  tx: Tx,
  job: Job<Payload>,
  payload: Payload,
  { at, key }: EnqueueOptions = {},
): void {
  tx.later(
    'job-enqueue',
    `SELECT graphile_worker.add_job(identifier => $1, payload => $2::json, queue_name => $3, run_at => $4::timestamptz,
                                    max_attempts => $5, job_key => $6, job_key_mode => 'replace')`,
    [
      job.name,
      JSON.stringify(payload),
      job.queue ?? null,
      at?.toISOString() ?? null,
      job.triesAtMost ?? 12,
      key === undefined ? null : `${job.name}:${key}`,
    ],
  );
}

/** Takes a job back that waits under a key. One that runs already is not stopped: it must look for itself whether it is still wanted. */
export function withdraw(tx: Tx, job: Job, key: string): void {
  tx.later('job-withdraw', 'SELECT graphile_worker.remove_job($1)', [`${job.name}:${key}`]);
}
