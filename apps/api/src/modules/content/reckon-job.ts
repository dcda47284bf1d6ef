import { defineJob } from '#platform/jobs';
import { reckonArms } from './reckon-arms.ts';

/** Reckons anew what content does: windows close by themselves, and late facts move customers after the event. */
export const reckonJob = defineJob({
  name: 'content.reckon-arms',
  cron: '*/10 * * * *',
  async run({ database }) {
    await database.transaction((tx) => reckonArms(tx, new Date()));
  },
});
