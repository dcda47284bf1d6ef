import { setTimeout as wait } from 'node:timers/promises';
import { announce } from '#modules/changes';
import { summarise } from '#modules/customers';
import type { Database, Tx } from '#platform/database';
import { defineJob } from '#platform/jobs';
import { refold } from './advance.ts';
import { countFigures } from './count-figures.ts';
import { liveMaps } from './data/live-maps.ts';
import { stageSummary, stagesByCustomer } from './data/stages.ts';
import { lastCounted, lockCustomersAfter, lockStale, runningTransactions } from './data/stale.ts';

const atOnce = 200;
const nobody = '00000000-0000-0000-0000-000000000000';
const figuresLastMs = 10 * 60_000;

async function foldThese(tx: Tx, ids: readonly string[]): Promise<void> {
  const before = await stagesByCustomer(tx, ids);
  await refold(tx, ids);
  const after = await stagesByCustomer(tx, ids);
  const moved = ids.filter((_, i) => before[i]?.stage !== after[i]?.stage);
  summarise(tx, [stageSummary], moved);
  await announce(tx, moved, ['stage']);
}

/** Folds those who stand by a version that counts no more; answers how many they were. Doing it twice gives the same. */
export async function foldStale(database: Database, stop?: AbortSignal): Promise<number> {
  let done = 0;
  for (;;) {
    stop?.throwIfAborted();
    const folded = await database.transaction(async (tx) => {
      const ids = await lockStale(tx, await liveMaps(tx), atOnce);
      if (ids.length > 0) await foldThese(tx, ids);
      return ids.length;
    });
    done += folded;
    if (folded === 0) return done;
  }
}

/**
 * Folds everybody by the maps that count now, some at a time, while work goes on. Whoever was taken in at the same moment by the maps of before is
 * found afterwards: no transaction that was under way when it began is left then.
 */
export async function standAnew(database: Database, stop?: AbortSignal): Promise<number> {
  const { next } = await runningTransactions(database);
  let done = 0;
  for (let after = nobody; ; ) {
    stop?.throwIfAborted();
    const ids = await database.transaction(async (tx) => {
      const some = await lockCustomersAfter(tx, after, atOnce);
      if (some.length > 0) await foldThese(tx, some);
      return some;
    });
    done += ids.length;
    if (ids.length === 0) break;
    after = ids.at(-1)!;
  }
  // Ten seconds at most: what takes longer is found by the job that keeps up.
  for (let tries = 0; tries < 50 && (await runningTransactions(database)).eldest < next; tries++)
    await wait(200, undefined, stop ? { signal: stop } : {});
  return done + (await foldStale(database, stop));
}

/** Folds everybody after a map was published. */
export const standAnewJob = defineJob<Record<string, never>>({
  name: 'journey.stand-anew',
  queue: 'journey',
  async run({ database, signal }) {
    await standAnew(database, signal);
    await countFigures(database, new Date());
  },
});

/** Looks every minute for who stands by an old version, and counts how long people stay when that was long ago. */
export const keepUpJob = defineJob<Record<string, never>>({
  name: 'journey.keep-up',
  queue: 'journey',
  cron: '* * * * *',
  triesAtMost: 1,
  async run({ database, signal }) {
    await foldStale(database, signal);
    const counted = await lastCounted(database);
    const now = new Date();
    if (!counted || now.getTime() - counted.getTime() > figuresLastMs) await countFigures(database, now);
  },
});
