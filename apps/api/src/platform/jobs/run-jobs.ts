import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run } from 'graphile-worker';
import type { Database } from '#platform/database';
import type { Log } from '#platform/log';
import type { Job } from './job.ts';
import { openLivingWorkers } from './living-workers.ts';
import { PatientPool } from './patient-pool.ts';

/** What runs jobs in this process. */
export interface JobRunner {
  /** Lets jobs in hand end (they hear of it by their signal) and takes no more. */
  stop(): Promise<void>;
}

/** What it runs, and with what. */
export interface JobRunnerOptions {
  readonly database: Database;
  readonly jobs: readonly Job[];
  readonly log: Log;
  /** How many at the same time. Two: work that people do not wait for leaves the rest of the machine to those who do. */
  readonly concurrency?: number;
  /** How often it looks for itself, in milliseconds, beside being told of new jobs. */
  readonly lookEveryMs?: number;
}

const freeDeadEveryMs = 30_000;

/**
 * Runs the jobs that are due, until stopped. Several processes may run them side by side; each job is done by one. A job that
 * throws is tried again; after its last try it stays in the table with its error, and the log says so.
 */
export async function runJobs(options: JobRunnerOptions): Promise<JobRunner> {
  const { database, jobs, log } = options;
  const ending = new AbortController();
  const pool = new PatientPool({
    connectionString: database.url,
    // One for each job in hand, one that listens, one that asks for more.
    max: (options.concurrency ?? 2) + 2,
    application_name: 'ancora-jobs',
    keepAlive: true,
  });
  const living = await openLivingWorkers(database.url, log);
  const events = new EventEmitter();
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => living.add(workerPool.id));
  events.on('job:failed', ({ job, error }: { job: { task_identifier: string; id: string }; error: Error }) =>
    log.error(
      { err: error, job: job.task_identifier, jobId: job.id },
      'A job was given up; it stays in the table',
    ),
  );
  events.on('job:error', ({ job, error }: { job: { task_identifier: string }; error: Error }) =>
    log.warn({ job: job.task_identifier, why: error?.message }, 'A job did not succeed; it is tried again'),
  );
  const freeDead = () =>
    living.freeDead().then(
      (dead) => dead > 0 && log.info({ processes: dead }, 'Jobs of a process that died are taken over'),
      (error) => log.debug({ err: error }, 'Dead workers were not looked for'),
    );
  await freeDead();
  const runner = await run({
    pgPool: pool,
    concurrency: options.concurrency ?? 2,
    pollInterval: options.lookEveryMs ?? 2_000,
    noHandleSignals: true,
    events,
    // It tells each step of each job; what people need to know comes by its events.
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.debug({ from: 'graphile-worker' }, message);
    }),
    taskList: Object.fromEntries(
      jobs.map((job) => [
        job.name,
        async (payload: unknown, helpers: { job: { attempts: number } }) => {
          const { _cron, ...own } = (payload ?? {}) as Record<string, unknown>;
          await job.run({ database, log, attempt: helpers.job.attempts, signal: ending.signal }, own);
        },
      ]),
    ),
    parsedCronItems: parseCronItems(
      jobs.flatMap((job) =>
        job.cron
          ? [
              {
                task: job.name,
                match: job.cron,
                // Done once for all that was missed while nobody was there, and never twice at the same time.
                options: {
                  backfillPeriod: 0,
                  maxAttempts: job.triesAtMost ?? 3,
                  jobKey: `${job.name}:cron`,
                  jobKeyMode: 'replace' as const,
                  ...(job.queue ? { queueName: job.queue } : {}),
                },
              },
            ]
          : [],
      ),
    ),
  });
  // It comes true when the runner ends; that it ended badly is said when it is stopped.
  runner.promise.catch((error) => log.error({ err: error }, 'Jobs are no longer run in this process'));
  const timer = setInterval(() => void freeDead(), freeDeadEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      ending.abort();
      await runner.stop().catch(() => undefined);
      await living.close();
      await pool.end();
    },
  };
}
