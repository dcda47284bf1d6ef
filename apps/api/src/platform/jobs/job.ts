import type { Database } from '#platform/database';
import type { Log } from '#platform/log';

/** What a job works with. */
export interface JobWork {
  readonly database: Database;
  readonly log: Log;
  /** Which try this is, from 1. */
  readonly attempt: number;
  /** Becomes aborted when the process is asked to end: stop between two steps, the job is tried again later. */
  readonly signal: AbortSignal;
}

/**
 * One kind of background work. A job is done **at least** once: a process that is killed leaves it to be done again, so `run`
 * must have the same effect twice as once (its effect and the mark that it happened in one transaction).
 */
export interface Job<Payload extends object = object> {
  /** Unique and stable: rows that wait in the database carry it. `subject.verb`, as `identity.look-at-everybody`. */
  readonly name: string;
  run(work: JobWork, payload: Payload): Promise<void>;
  /** How often it is tried before it is left lying with its error (a pause that grows from a second to hours lies between). By default 12. */
  readonly triesAtMost?: number;
  /** When it happens by itself, as a crontab line in UTC (`17 3 * * *`). It then gets an empty payload. */
  readonly cron?: string;
  /** Jobs that name the same queue run one after another, in the order in which they are due. */
  readonly queue?: string;
}

/** Says what a job is; only so that the payload's type is the same where it is asked for and where it is done. */
export const defineJob = <Payload extends object>(job: Job<Payload>): Job<Payload> => job;
