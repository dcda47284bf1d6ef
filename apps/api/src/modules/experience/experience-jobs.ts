import { neighbours } from '#modules/house';
import type { Tx } from '#platform/database';
import { defineJob, enqueue } from '#platform/jobs';
import { liveWhatIsDue, measureExperience } from './measure-experience.ts';

/** Every night, and after an import: what is usual is measured anew. */
export const measureJob = defineJob({
  name: 'experience.measure',
  cron: '17 3 * * *',
  queue: 'experience',
  async run({ database }) {
    await measureExperience(database, neighbours());
  },
});

/** Every ten minutes: what was told ahead of its time and has happened by now. */
export const dueJob = defineJob({
  name: 'experience.due',
  cron: '*/10 * * * *',
  queue: 'experience',
  async run({ database, signal }) {
    while (!signal.aborted && (await liveWhatIsDue(database, neighbours())) > 0);
  },
});

/** Asks for what is usual to be measured anew, soon and once: after an import, which changes it. */
export const askToMeasure = (tx: Tx): void => enqueue(tx, measureJob, {}, { key: 'once' });
