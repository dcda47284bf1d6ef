import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { silentLog } from '#platform/log';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { defineJob, enqueue, type Job, type JobWork, runJobs, withdraw } from './index.ts';

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

/** A job that writes down what it was given, and the promise of the next time it does. */
function remembering(name: string, more: Partial<Job<{ what: string }>> = {}) {
  const done: string[] = [];
  let told: (() => void) | undefined;
  const job = defineJob<{ what: string }>({
    name,
    async run(_work, { what }) {
      done.push(what);
      told?.();
    },
    ...more,
  });
  const until = async (count: number) => {
    while (done.length < count)
      await new Promise<void>((resolve) => {
        told = resolve;
      });
  };
  return { job, done, until };
}

const waiting = async (name: string) =>
  (
    await database.query<{ n: number }>(
      'SELECT count(*) AS n FROM graphile_worker.jobs WHERE task_identifier = $1',
      [name],
    )
  )[0]?.n;

describe('Background work', () => {
  it('is done after the commit, and never when what asked for it was rolled back', async () => {
    const { job, done, until } = remembering('test.commit');
    const runner = await runJobs({ database, jobs: [job], log: silentLog });
    await expect(
      database.transaction(async (tx) => {
        enqueue(tx, job, { what: 'rolled back' });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await database.transaction(async (tx) => enqueue(tx, job, { what: 'kept' }));
    await until(1);
    await runner.stop();
    expect(done).toEqual(['kept']);
    expect(await waiting(job.name)).toBe(0);
  });

  it('waits for its time under a key, is replaced by the next with that key, and can be taken back', async () => {
    const { job, done, until } = remembering('test.key');
    const later = new Date(Date.now() + 3_600_000);
    await database.transaction(async (tx) => {
      enqueue(tx, job, { what: 'first' }, { key: 'a', at: later });
      enqueue(tx, job, { what: 'second' }, { key: 'a' });
      enqueue(tx, job, { what: 'never' }, { key: 'b', at: later });
    });
    expect(await waiting(job.name)).toBe(2);
    await database.transaction(async (tx) => withdraw(tx, job, 'b'));
    const runner = await runJobs({ database, jobs: [job], log: silentLog });
    await until(1);
    await runner.stop();
    expect(done).toEqual(['second']);
    expect(await waiting(job.name)).toBe(0);
  });

  it('is tried again when it fails, and stays with its error after the last try', async () => {
    let tries = 0;
    const stubborn = defineJob({
      name: 'test.stubborn',
      triesAtMost: 2,
      async run() {
        tries += 1;
        throw new Error(`no ${tries}`);
      },
    });
    await database.transaction(async (tx) => enqueue(tx, stubborn, {}));
    const runner = await runJobs({ database, jobs: [stubborn], log: silentLog, lookEveryMs: 100 });
    const left = () =>
      database.query<{ attempts: number; last_error: string }>(
        `SELECT attempts, last_error FROM graphile_worker.jobs WHERE task_identifier = 'test.stubborn' AND locked_at IS NULL`,
      );
    for (let rows = await left(); rows[0]?.attempts !== 2; rows = await left()) await pause(50);
    await runner.stop();
    expect(tries).toBe(2);
    expect((await left())[0]?.last_error).toContain('no 2');
  });

  it('that a killed process held is taken over by the next one', async () => {
    const { job, done, until } = remembering('test.orphan');
    await database.transaction(async (tx) => enqueue(tx, job, { what: 'orphan' }));
    // What a process leaves behind that was killed with the job in hand.
    await database.query(
      `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-of-a-dead-process', attempts = 1
        WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = $1)`,
      [job.name],
    );
    const runner = await runJobs({ database, jobs: [job], log: silentLog });
    await until(1);
    await runner.stop();
    expect(done).toEqual(['orphan']);
  });

  it('in hand elsewhere is not done twice: the other process holds a lock in its worker’s name', async () => {
    let work: JobWork | undefined;
    let started: (() => void) | undefined;
    const begun = new Promise<void>((resolve) => {
      started = resolve;
    });
    let runs = 0;
    const slow = defineJob({
      name: 'test.slow',
      async run(given) {
        runs += 1;
        work = given;
        started?.();
        await new Promise<void>((resolve) => given.signal.addEventListener('abort', () => resolve()));
      },
    });
    const first = await runJobs({ database, jobs: [slow], log: silentLog });
    await database.transaction(async (tx) => enqueue(tx, slow, {}));
    await begun;
    const second = await runJobs({ database, jobs: [slow], log: silentLog, lookEveryMs: 50 });
    await pause(300);
    expect(runs).toBe(1);
    await second.stop();
    await first.stop();
    expect(work?.attempt).toBe(1);
    expect(await waiting(slow.name)).toBe(0);
  });
});
