/** Background work: kept in PostgreSQL with what asked for it, done at least once, tried again, done by whoever is there. */
export { type EnqueueOptions, enqueue, withdraw } from './enqueue.ts';
export { defineJob, type Job, type JobWork } from './job.ts';
export { type JobRunner, runJobs } from './run-jobs.ts';
