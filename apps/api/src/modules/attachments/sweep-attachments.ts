import type { Database } from '#platform/database';
import { defineJob } from '#platform/jobs';
import { dropForgotten } from './data/attachments.ts';
import { databaseStore } from './data/file-store.ts';

const dayMs = 24 * 3_600_000;

/** Forgets files that somebody added two days ago and never sent, and bytes that nothing hangs on. Doing it twice does it once. */
export const sweepAttachments = (database: Database, now: Date): Promise<number> =>
  database.transaction(async (tx) => {
    await dropForgotten(tx, new Date(now.getTime() - 2 * dayMs));
    return databaseStore.sweep(tx, new Date(now.getTime() - dayMs));
  });

/** Every night. */
export const sweepAttachmentsJob = defineJob({
  name: 'attachments.sweep',
  cron: '41 2 * * *',
  async run({ database }) {
    await sweepAttachments(database, new Date());
  },
});
